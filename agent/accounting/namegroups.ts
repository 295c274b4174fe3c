import type { CounterSeries } from './counter';
import { CounterTable, type PassTime } from './counter-table';
import { GroupSizes } from './group-sizes';
import { NameBudget, type NameKey, type NameLimits, otherName } from './name-budget';
import { type ModeLabels, NamegroupLabels, type ThreadLabels } from './namegroup-labels';
import type { ProcessAccount } from './process-accounts';
import { exitedThreads, ThreadAccounts, type ThreadUsage } from './thread-accounts';
import { type Household, ThreadCensus, type ThreadCounts } from './thread-census';

const usecPerSecond = 1_000_000;

/** The name of all our own threads, which the prototype's queries exclude by `threadname!~"process-exp.*"`. */
const ownThreadname = 'process-exporter';

/** A process of the pass and the group that it belongs to. */
export interface Member {
  readonly account: ProcessAccount;
  readonly groupname: string;
  readonly isSelf: boolean;
  /** Whether its threads have series of their own. */
  readonly threads: boolean;
}

/** process-exporter's view: groups across all units, by what their processes' own counters say. */
export class Namegroups {
  readonly threadBudget: NameBudget;
  private readonly cpu: CounterTable;
  private readonly minorFaults: CounterTable;
  private readonly majorFaults: CounterTable;
  private readonly threadCpu: CounterTable;
  private readonly threads = new ThreadAccounts();
  private readonly census = new ThreadCensus();
  private readonly labels = new NamegroupLabels();
  readonly sizes = new GroupSizes();

  /** @param zeroForMs see `CounterTable` */
  constructor(zeroForMs: number, threadLimits: NameLimits) {
    this.cpu = new CounterTable(zeroForMs);
    this.minorFaults = new CounterTable(zeroForMs);
    this.majorFaults = new CounterTable(zeroForMs);
    this.threadCpu = new CounterTable(zeroForMs);
    this.threadBudget = new NameBudget(threadLimits);
  }

  /**
   * Adds what the processes of a pass used to their groups.
   * @param all these are all that are alive: what belongs to them is still wanted
   */
  update(members: readonly Member[], all: boolean, time: PassTime): void {
    const noted: { readonly labels: ThreadLabels; readonly usage: ThreadUsage }[] = [];
    for (const { account, groupname, isSelf, threads } of members) {
      const labels = this.labels.ofGroup(groupname);
      this.addCpu(this.cpu, labels, account, time);
      this.minorFaults.add(labels.minorFaults, account.minorFaults, time);
      this.majorFaults.add(labels.majorFaults, account.majorFaults, time);
      if (!threads) continue;
      for (const usage of this.threads.usage(account, all)) {
        const threadname = isSelf ? ownThreadname : usage.threadname;
        const ofThread = this.labels.ofThread(groupname, threadname);
        this.note(ofThread.name, usage.userUsec + usage.systemUsec, time.nowMs);
        noted.push({ labels: ofThread, usage });
      }
    }
    // Only now it is known who has room.
    this.threadBudget.settle();
    for (const { labels, usage } of noted) {
      this.addCpu(this.threadCpu, this.bounded(labels), usage, time);
    }
  }

  /** Nobody can be asked any more what the threads of these processes did since they were read. */
  updateEnded(members: readonly Member[], time: PassTime): void {
    for (const { account, groupname, threads } of members) {
      const { awaitedUserUsec: userUsec, awaitedSystemUsec: systemUsec } = account;
      if (!threads || userUsec + systemUsec === 0) continue;
      const labels = this.labels.ofThread(groupname, exitedThreads);
      this.addCpu(this.threadCpu, labels, { userUsec, systemUsec }, time);
    }
  }

  /** Takes out groups and threads that ended, and those whose name is refused. */
  forget(time: PassTime, forgetAfterMs: number, hasGroup: (groupname: string) => boolean): void {
    // Every name has two series: as many names again may be gone.
    this.labels.trim(this.cpu.size + this.threadCpu.size);
    for (const table of [this.cpu, this.minorFaults, this.majorFaults]) {
      table.forget(time, forgetAfterMs, ([groupname = '']) => hasGroup(groupname));
    }
    this.threadCpu.forget(
      time,
      forgetAfterMs,
      ([groupname = '', threadname = '']) =>
        hasGroup(groupname) && this.hasThread(groupname, threadname),
    );
    this.sizes.forget(time, forgetAfterMs, hasGroup);
  }

  /** Takes out groups without processes, as soon as every scraper has seen their last values. */
  forgetEmpty(time: PassTime): void {
    const hasProcesses = ([groupname = '']: readonly string[]) => !this.sizes.isEmpty(groupname);
    for (const table of [this.cpu, this.minorFaults, this.majorFaults, this.threadCpu]) {
      table.forget(time, Infinity, hasProcesses);
    }
    this.sizes.forgetEmpty();
  }

  cpuSeconds(nowMs: number): readonly CounterSeries[] {
    return this.cpu.series(nowMs, usecPerSecond);
  }

  threadSeconds(nowMs: number): readonly CounterSeries[] {
    return this.threadCpu.series(nowMs, usecPerSecond);
  }

  minorFaultCounts(nowMs: number): readonly CounterSeries[] {
    return this.minorFaults.series(nowMs, 1);
  }

  majorFaultCounts(nowMs: number): readonly CounterSeries[] {
    return this.majorFaults.series(nowMs, 1);
  }

  /**
   * Counts all threads of a full pass, and notices their names: `update` is told of none that used nothing.
   * @param members all that are alive
   * @returns what holds until it is called again
   */
  countThreads(members: readonly Member[], { nowMs }: PassTime): ThreadCounts {
    const counts = this.census.take(members.flatMap(householdOf));
    counts.forEach((names, groupname) => {
      names.forEach((_, threadname) => {
        this.note(this.labels.ofThread(groupname, threadname).name, 0, nowMs);
      });
    });
    this.threadBudget.settle();
    this.threadBudget.review(nowMs);
    return new Map(
      [...counts].map(([groupname, names]) => [groupname, this.boundedCounts(groupname, names)]),
    );
  }

  /** Under which name the series of a thread appear. */
  threadname({ groupname, isSelf }: Member, comm: string): string {
    return this.boundedThreadname(groupname, isSelf ? ownThreadname : comm);
  }

  /** Whether a thread name may have series of its own. */
  hasThread(groupname: string, threadname: string): boolean {
    return this.boundedThreadname(groupname, threadname) === threadname;
  }

  /** Those beyond the budget together; where all have room, the same map. */
  private boundedCounts(
    groupname: string,
    names: ReadonlyMap<string, number>,
  ): ReadonlyMap<string, number> {
    if ([...names.keys()].every((threadname) => this.hasThread(groupname, threadname)))
      return names;
    const bounded = new Map<string, number>();
    for (const [threadname, count] of names) {
      const name = this.boundedThreadname(groupname, threadname);
      bounded.set(name, (bounded.get(name) ?? 0) + count);
    }
    return bounded;
  }

  private note(name: NameKey, usec: number, nowMs: number): void {
    if (!isAlwaysNamed(name.name)) this.threadBudget.note(name, usec, nowMs);
  }

  /** Those of a thread name, or of `(other)` where it has no room. */
  private bounded(labels: ThreadLabels): ThreadLabels {
    const { name } = labels;
    if (isAlwaysNamed(name.name) || this.threadBudget.has(name)) return labels;
    return this.labels.ofThread(name.parent, otherName);
  }

  private boundedThreadname(groupname: string, threadname: string): string {
    return this.bounded(this.labels.ofThread(groupname, threadname)).name.name;
  }

  private addCpu(
    table: CounterTable,
    { user, system }: ModeLabels,
    { userUsec, systemUsec }: { userUsec: number; systemUsec: number },
    time: PassTime,
  ): void {
    table.add(user, userUsec, time);
    table.add(system, systemUsec, time);
  }
}

function householdOf({ account, groupname, isSelf, threads }: Member): Household | [] {
  const threadname = isSelf ? () => ownThreadname : (comm: string) => comm;
  return threads ? { process: account.process, groupname, threadname } : [];
}

function isAlwaysNamed(threadname: string): boolean {
  return threadname === exitedThreads || threadname === otherName || threadname === ownThreadname;
}
