import type { ProcessReading } from '../observation/observation';
import { tasksOf } from '../observation/tasks';

/** How many threads there are, by group and then by thread name. */
export type ThreadCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A process whose threads are to be counted. */
export interface Household {
  readonly process: ProcessReading;
  readonly groupname: string;
  /** Under which name a thread is counted. */
  readonly threadname: (comm: string) => string;
}

/** A process as it was counted. */
interface Counted {
  readonly groupname: string;
  readonly threadnames: readonly string[];
  readonly threadsReadInPass: number;
  takenInCensus: number;
}

/** Counts threads by name, and looks only at those that were read since they were counted last. */
export class ThreadCensus {
  private readonly groups = new Map<string, Map<string, number>>();
  private readonly counted = new Map<ProcessReading, Counted>();
  private census = 0;

  /** @param households all there are: who is missing has ended */
  take(households: Iterable<Household>): ThreadCounts {
    this.census += 1;
    for (const household of households) this.visit(household);
    for (const [process, counted] of this.counted) {
      if (counted.takenInCensus === this.census) continue;
      this.add(counted, -1);
      this.counted.delete(process);
    }
    return this.groups;
  }

  private visit({ process, groupname, threadname }: Household): void {
    const { threadsReadInPass } = process;
    const before = this.counted.get(process);
    const isAsBefore =
      before?.groupname === groupname && before.threadsReadInPass === threadsReadInPass;
    // A worker of the kernel changes its name without being read as a thread.
    if (isAsBefore && !process.kernelThread) {
      before.takenInCensus = this.census;
      return;
    }
    if (before) this.add(before, -1);
    const threadnames = Array.from(tasksOf(process), ({ comm }) => threadname(comm));
    const counted = { groupname, threadnames, threadsReadInPass, takenInCensus: this.census };
    this.counted.set(process, counted);
    this.add(counted, 1);
  }

  private add({ groupname, threadnames }: Counted, one: 1 | -1): void {
    let names = this.groups.get(groupname);
    if (!names) {
      names = new Map();
      this.groups.set(groupname, names);
    }
    for (const threadname of threadnames) {
      const count = (names.get(threadname) ?? 0) + one;
      if (count === 0) names.delete(threadname);
      else names.set(threadname, count);
    }
    if (names.size === 0) this.groups.delete(groupname);
  }
}
