import { processStates } from '../../metrics/namegroup';
import type { ProcessReading } from '../observation/observation';
import type { PassTime } from './counter-table';
import { countState } from './process-states';
import type { GroupSize } from './snapshot';

/** One group: who is in it, and what they were together when they were counted last. */
interface Row {
  readonly members: Set<ProcessReading>;
  /** `undefined` when somebody came, went or was read since. */
  size: GroupSize | undefined;
  /** When it last had a process. */
  lastSeenMs: number;
}

/** How large each group is. Groups that were seen once keep their row, with 0 processes. */
export class GroupSizes {
  private readonly rows = new Map<string, Row>();
  private readonly rowOf = new Map<ProcessReading, Row>();

  /**
   * Takes notice of a process that was read.
   * @param groupname where it is now; `undefined` when it is in no group
   */
  put(process: ProcessReading, groupname: string | undefined, { nowMs }: PassTime): void {
    const before = this.rowOf.get(process);
    const row = groupname === undefined ? undefined : this.row(groupname, nowMs);
    if (before && before !== row) this.leave(process, before, nowMs);
    if (!row) return;
    row.size = undefined;
    if (before === row) return;
    row.members.add(process);
    this.rowOf.set(process, row);
  }

  /** Takes out a process that ended. */
  delete(process: ProcessReading, { nowMs }: PassTime): void {
    const row = this.rowOf.get(process);
    if (row) this.leave(process, row, nowMs);
  }

  isEmpty(groupname: string): boolean {
    return (this.rows.get(groupname)?.members.size ?? 0) === 0;
  }

  forgetEmpty(): void {
    for (const [groupname, { members }] of this.rows) {
      if (members.size === 0) this.rows.delete(groupname);
    }
  }

  /** Takes out groups that ended, and those whose name is refused. */
  forget(
    { nowMs }: PassTime,
    forgetAfterMs: number,
    hasGroup: (groupname: string) => boolean,
  ): void {
    for (const [groupname, { members, lastSeenMs }] of this.rows) {
      if (members.size > 0) continue;
      if (nowMs - lastSeenMs >= forgetAfterMs || !hasGroup(groupname)) this.rows.delete(groupname);
    }
  }

  /** @returns of a group that stood still, the same object as before */
  all(): GroupSize[] {
    return [...this.rows].map(([groupname, row]) => (row.size ??= sizeOf(groupname, row.members)));
  }

  private row(groupname: string, nowMs: number): Row {
    let row = this.rows.get(groupname);
    if (!row) {
      row = { members: new Set(), size: undefined, lastSeenMs: nowMs };
      this.rows.set(groupname, row);
    }
    return row;
  }

  private leave(process: ProcessReading, row: Row, nowMs: number): void {
    row.members.delete(process);
    this.rowOf.delete(process);
    row.size = undefined;
    row.lastSeenMs = nowMs;
  }
}

function sizeOf(groupname: string, members: ReadonlySet<ProcessReading>): GroupSize {
  const states = processStates.map(() => 0);
  const size = { numThreads: 0, residentPages: 0, virtualBytes: 0 };
  let oldestStartTicks = Infinity;
  for (const process of members) {
    size.numThreads += process.numThreads;
    size.residentPages += process.rssPages;
    size.virtualBytes += process.vsizeBytes;
    countState(states, process.state);
    oldestStartTicks = Math.min(oldestStartTicks, process.starttimeTicks);
  }
  return {
    groupname,
    numProcs: members.size,
    ...size,
    states,
    oldestStartTicks: members.size === 0 ? undefined : oldestStartTicks,
  };
}
