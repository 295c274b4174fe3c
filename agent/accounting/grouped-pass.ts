import type { PassTime } from './counter-table';
import type { Member } from './namegroups';
import type { ThreadCounts } from './thread-census';

/**
 * The processes of a pass that have a group in process-exporter's view, for tiers: they read more of them,
 * and expose it under the same names.
 */
export interface GroupedPass {
  readonly time: PassTime;
  /** Numbers passes: see `ThreadReading.readInPass`. */
  readonly pass: number;
  /** Everybody was read, not only who may have used time. */
  readonly full: boolean;
  /**
   * Everybody in a full pass, otherwise those of whom there is something to tell; kernel threads only where
   * a rule names them.
   */
  readonly members: readonly Member[];
  /** In a full pass the groups of zombies that nobody saw alive, one for each: they have no threads to read. */
  readonly foundDead: readonly string[];
  /** Threads of everybody, as the last full pass found them. */
  readonly threadCounts: ThreadCounts;
  /** Under which name a thread's series appear: its comm, within the budget of thread names. */
  readonly threadname: (member: Member, comm: string) => string;
  readonly forgetAfterMs: number;
  /** Whether a series may stay: by group, and by thread name where there is one. */
  readonly isWanted: (labelValues: readonly string[]) => boolean;
}
