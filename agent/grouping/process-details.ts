import type { ProcessReading } from '../observation/observation';

/** A moment, as exact as the kernel tells when a process began. */
export interface StartTime {
  /** Since 1970, UTC. */
  readonly seconds: number;
  readonly hundredths: number;
}

/**
 * What rules may look at beyond a `ProcessReading`. Every method reads the kernel's files when it is called,
 * which happens only when a rule or a name asks. `undefined`: the process is gone, or reading is denied.
 */
export interface ProcessDetails {
  /** Of the effective user; the number where the machine of the agent has no name for it. */
  readonly username: (process: ProcessReading) => string | undefined;
  readonly startTime: (process: ProcessReading) => StartTime | undefined;
  /** The paths in `/proc/PID/cgroup`, as the agent's own cgroup namespace shows them; empty if unreadable. */
  readonly cgroups: (process: ProcessReading) => readonly string[];
  /** The arguments as they are now. */
  readonly cmdline: (process: ProcessReading) => readonly string[] | undefined;
}

/** Where there are no kernel files to ask. */
export const nothingKnown: ProcessDetails = {
  username: () => undefined,
  startTime: () => undefined,
  cgroups: () => [],
  cmdline: () => undefined,
};
