import { processStates } from '../../metrics/namegroup';
import type { ProcessReading } from '../observation/observation';
import type { PassTime } from './counter-table';
import { countState } from './process-states';
import type { GroupSize } from './snapshot';

/** One group: who is in it, and what they were together when each was counted last. */
interface Row {
  readonly groupname: string;
  readonly members: Set<ProcessReading>;
  numThreads: number;
  residentPages: number;
  virtualBytes: number;
  readonly states: number[];
  /** Start of the oldest member, since boot; `undefined` when that has to be looked for. */
  oldestStartTicks: number | undefined;
  /** `undefined` when somebody came, went or changed since. */
  size: GroupSize | undefined;
  /** When it last had a process. */
  lastSeenMs: number;
}

/** A process as it was counted. */
interface Counted {
  readonly row: Row;
  numThreads: number;
  rssPages: number;
  vsizeBytes: number;
  state: number;
}

/** How large each group is. Groups that were seen once keep their row, with 0 processes. */
export class GroupSizes {
  private readonly rows = new Map<string, Row>();
  private readonly counted = new Map<ProcessReading, Counted>();
  private sizes: readonly GroupSize[] = [];
  /** Whether they are not what they were when they were last asked for. */
  private changed = false;

  /**
   * Takes notice of a process that was read.
   * @param groupname where it is now; `undefined` when it is in no group
   */
  put(process: ProcessReading, groupname: string | undefined, { nowMs }: PassTime): void {
    const before = this.counted.get(process);
    if (before && before.row.groupname === groupname) {
      this.recount(process, before);
      return;
    }
    if (before) this.leave(process, before, nowMs);
    if (groupname !== undefined) this.join(process, this.row(groupname, nowMs));
  }

  /** Takes out a process that ended. */
  delete(process: ProcessReading, { nowMs }: PassTime): void {
    const counted = this.counted.get(process);
    if (counted) this.leave(process, counted, nowMs);
  }

  isEmpty(groupname: string): boolean {
    return (this.rows.get(groupname)?.members.size ?? 0) === 0;
  }

  forgetEmpty(): void {
    for (const row of this.rows.values()) if (row.members.size === 0) this.remove(row);
  }

  /** Takes out groups that ended, and those whose name is refused. */
  forget(
    { nowMs }: PassTime,
    forgetAfterMs: number,
    hasGroup: (groupname: string) => boolean,
  ): void {
    for (const row of this.rows.values()) {
      if (row.members.size > 0) continue;
      if (nowMs - row.lastSeenMs >= forgetAfterMs || !hasGroup(row.groupname)) this.remove(row);
    }
  }

  /** @returns of groups that all stood still, the same array as before; of one that did, the same object */
  all(): readonly GroupSize[] {
    if (this.changed) this.sizes = Array.from(this.rows.values(), sizeOf);
    this.changed = false;
    return this.sizes;
  }

  private row(groupname: string, nowMs: number): Row {
    let row = this.rows.get(groupname);
    if (!row) {
      row = {
        groupname,
        members: new Set(),
        numThreads: 0,
        residentPages: 0,
        virtualBytes: 0,
        states: processStates.map(() => 0),
        oldestStartTicks: undefined,
        size: undefined,
        lastSeenMs: nowMs,
      };
      this.rows.set(groupname, row);
    }
    return row;
  }

  private remove({ groupname }: Row): void {
    this.rows.delete(groupname);
    this.changed = true;
  }

  private join(process: ProcessReading, row: Row): void {
    const { numThreads, rssPages, vsizeBytes, state } = process;
    const counted = { row, numThreads, rssPages, vsizeBytes, state };
    this.counted.set(process, counted);
    row.members.add(process);
    row.oldestStartTicks = undefined;
    this.add(counted, 1);
  }

  private leave(process: ProcessReading, counted: Counted, nowMs: number): void {
    this.add(counted, -1);
    counted.row.members.delete(process);
    counted.row.oldestStartTicks = undefined;
    counted.row.lastSeenMs = nowMs;
    this.counted.delete(process);
  }

  private recount(process: ProcessReading, counted: Counted): void {
    const { numThreads, rssPages, vsizeBytes, state } = process;
    const isAsBefore =
      counted.numThreads === numThreads &&
      counted.rssPages === rssPages &&
      counted.vsizeBytes === vsizeBytes &&
      counted.state === state;
    if (isAsBefore) return;
    this.add(counted, -1);
    counted.numThreads = numThreads;
    counted.rssPages = rssPages;
    counted.vsizeBytes = vsizeBytes;
    counted.state = state;
    this.add(counted, 1);
  }

  private add({ row, numThreads, rssPages, vsizeBytes, state }: Counted, one: 1 | -1): void {
    row.numThreads += one * numThreads;
    row.residentPages += one * rssPages;
    row.virtualBytes += one * vsizeBytes;
    countState(row.states, state, one);
    row.size = undefined;
    this.changed = true;
  }
}

function sizeOf(row: Row): GroupSize {
  const { groupname, members, numThreads, residentPages, virtualBytes, states } = row;
  if (members.size > 0) row.oldestStartTicks ??= oldestStartTicks(members);
  row.size ??= {
    groupname,
    numProcs: members.size,
    numThreads,
    residentPages,
    virtualBytes,
    states: [...states],
    oldestStartTicks: row.oldestStartTicks,
  };
  return row.size;
}

function oldestStartTicks(members: ReadonlySet<ProcessReading>): number {
  let oldest = Infinity;
  for (const { starttimeTicks } of members) oldest = Math.min(oldest, starttimeTicks);
  return oldest;
}
