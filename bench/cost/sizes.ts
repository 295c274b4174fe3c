import type { CrowdShape } from '../crowd/crowd-plan';

/** A machine to measure on, by what runs there. */
export interface Size {
  readonly name: string;
  readonly title: string;
  readonly shape: CrowdShape;
}

const threadNames = 8;

/**
 * A pod has a cgroup above that of its container: 150 with processes in them are 250 in all.
 *
 * Activity is low, as on a node: all active processes together use about a third of a CPU, and each of
 * them enough to show a tick in every scrape interval.
 */
export const sizes: readonly Size[] = [
  {
    name: 'small',
    title: '100 processes, 400 threads',
    shape: {
      processes: 100,
      threads: 400,
      cgroups: 24,
      activeProcesses: 15,
      activeMsPerSecond: 5,
      processNames: 25,
      threadNames,
    },
  },
  {
    name: 'node',
    title: '875 processes, 6,500 threads',
    shape: {
      processes: 875,
      threads: 6500,
      cgroups: 150,
      activeProcesses: 131,
      activeMsPerSecond: 2.5,
      processNames: 60,
      threadNames,
    },
  },
  {
    name: 'large',
    title: '3,000 processes, 30,000 threads',
    shape: {
      processes: 3000,
      threads: 30_000,
      cgroups: 360,
      activeProcesses: 450,
      activeMsPerSecond: 0.9,
      processNames: 120,
      threadNames,
    },
  },
  {
    name: 'threads',
    title: 'one process of 50,000 threads',
    shape: {
      processes: 1,
      threads: 50_000,
      cgroups: 1,
      activeProcesses: 1,
      activeMsPerSecond: 10,
      processNames: 1,
      threadNames,
    },
  },
];

/** The size that the targets speak of. */
export const targetSize = 'node';
