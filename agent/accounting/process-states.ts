import { type ProcessState, processStates } from '../../metrics/namegroup';

const stateOfLetter: Readonly<Record<string, ProcessState>> = {
  R: 'Running',
  S: 'Sleeping',
  D: 'Waiting',
  Z: 'Zombie',
};

/** By the letter's code: which of `processStates` it is. */
const indexOfCode: readonly number[] = Array.from({ length: 128 }, (_, code) =>
  processStates.indexOf(stateOfLetter[String.fromCharCode(code)] ?? 'Other'),
);
const other = processStates.indexOf('Other');

/**
 * Adds to the state that a letter of proc_pid_stat(5) stands for.
 * @param counts in the order of `processStates`
 * @param code of the letter
 * @param by how many more there are; fewer, when negative
 */
export function countState(counts: number[], code: number, by = 1): void {
  const index = indexOfCode[code] ?? other;
  counts[index] = (counts[index] ?? 0) + by;
}
