import { processStates } from '../../metrics/namegroup';
import type { ProcessReading } from '../observation/observation';
import type { PassTime } from './counter-table';
import { countState } from './process-states';
import type { GroupSize } from './snapshot';

interface Size {
  numProcs: number;
  numThreads: number;
  residentPages: number;
  virtualBytes: number;
  /** In the order of `processStates`. */
  readonly states: number[];
  /** Since boot; Infinity for a group without processes. */
  oldestStartTicks: number;
  lastSeenMs: number;
}

const nobody = {
  numProcs: 0,
  numThreads: 0,
  residentPages: 0,
  virtualBytes: 0,
  oldestStartTicks: Infinity,
};

/** How large each group is. Groups that were seen once keep their row, with 0 processes. */
export class GroupSizes {
  private readonly sizes = new Map<string, Size>();

  beginCount(): void {
    for (const size of this.sizes.values()) {
      Object.assign(size, nobody);
      size.states.fill(0);
    }
  }

  /** Counts a process that is alive, whether it used anything or not. */
  count(groupname: string, process: ProcessReading, { nowMs }: PassTime): void {
    let size = this.sizes.get(groupname);
    if (!size) {
      size = { ...nobody, states: processStates.map(() => 0), lastSeenMs: nowMs };
      this.sizes.set(groupname, size);
    }
    size.numProcs += 1;
    size.numThreads += process.numThreads;
    size.residentPages += process.rssPages;
    size.virtualBytes += process.vsizeBytes;
    countState(size.states, process.state);
    size.oldestStartTicks = Math.min(size.oldestStartTicks, process.starttimeTicks);
    size.lastSeenMs = nowMs;
  }

  isEmpty(groupname: string): boolean {
    return (this.sizes.get(groupname)?.numProcs ?? 0) === 0;
  }

  forgetEmpty(): void {
    for (const [groupname, { numProcs }] of this.sizes) {
      if (numProcs === 0) this.sizes.delete(groupname);
    }
  }

  /** Takes out groups that ended, and those whose name is refused. */
  forget(
    { nowMs }: PassTime,
    forgetAfterMs: number,
    hasGroup: (groupname: string) => boolean,
  ): void {
    for (const [groupname, { lastSeenMs }] of this.sizes) {
      const unseenMs = nowMs - lastSeenMs;
      if (unseenMs >= forgetAfterMs || (unseenMs > 0 && !hasGroup(groupname))) {
        this.sizes.delete(groupname);
      }
    }
  }

  all(): GroupSize[] {
    return [...this.sizes].map(([groupname, size]) => ({
      groupname,
      numProcs: size.numProcs,
      numThreads: size.numThreads,
      residentPages: size.residentPages,
      virtualBytes: size.virtualBytes,
      states: [...size.states],
      oldestStartTicks: size.numProcs === 0 ? undefined : size.oldestStartTicks,
    }));
  }
}
