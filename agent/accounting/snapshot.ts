import type { AccountingMode, NameKind } from '../../metrics/agent';
import type { CounterSeries } from './counter';
import type { GroupedPass } from './grouped-pass';
import type { NodeTotals } from './node-time';

/** What a group's processes are together, as each was when it was read last. */
export interface GroupSize {
  readonly groupname: string;
  readonly numProcs: number;
  readonly numThreads: number;
  readonly residentPages: number;
  readonly virtualBytes: number;
  /** Its processes by the state of their first thread, in the order of `processStates`. */
  readonly states: readonly number[];
  /** Start of its oldest process, since boot; `undefined` when it has none. */
  readonly oldestStartTicks: number | undefined;
}

/** How many names of a kind have series of their own, and how often one was refused or lost them. */
export interface NameCount {
  readonly kind: NameKind;
  readonly count: number;
  readonly foldedTotal: number;
}

/** The result of one pass, until the next: totals in seconds that never fall within one life of the agent. */
export interface Snapshot {
  readonly mode: AccountingMode;
  readonly node: NodeTotals;
  /** Labels class, unit. */
  readonly unitSeconds: readonly CounterSeries[];
  /** Labels class, unit, groupname. */
  readonly groupSeconds: readonly CounterSeries[];
  /** Labels groupname, mode. */
  readonly namegroupSeconds: readonly CounterSeries[];
  /** Labels groupname, threadname, mode. */
  readonly threadSeconds: readonly CounterSeries[];
  /** Label groupname. */
  readonly namegroupMinorFaults: readonly CounterSeries[];
  readonly namegroupMajorFaults: readonly CounterSeries[];
  readonly groupSizes: readonly GroupSize[];
  /** Who was read in this pass, for what is read only when it is wanted. */
  readonly grouped: GroupedPass;
  readonly claimsDroppedSeconds: number;
  readonly names: readonly NameCount[];
}
