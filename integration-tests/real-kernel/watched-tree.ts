import { Account } from '../../agent/accounting/account';
import type { CounterSeries } from '../../agent/accounting/counter';
import type { Snapshot } from '../../agent/accounting/snapshot';
import type { GroupRule } from '../../agent/grouping/rules';
import { LinuxKernelFiles } from '../../agent/kernel-files/linux-kernel-files';
import { Observer } from '../../agent/observation/observer';
import type { Cgroup } from '../../bench/cgroups/cgroup';
import { makeSubtree } from '../../bench/cgroups/subtree';
import { LoadProcess } from '../../bench/load/load-process';

/** Our processes are our children: each names its own group, as services do that PID 1 started. */
const rules: readonly GroupRule[] = [{ ppid: process.pid }];

/** What two truncations (user and system) may hide of a live process's time, in microseconds. */
export const twoTicksUsec = 20_000;

/** From the least to the most that it can be. */
export type Range = readonly [number, number];

/** Expects exactly what the kernel says, as exactly as it could be asked. */
export function expectWithin(usec: number, [least, most]: Range): void {
  expect(usec).toBeGreaterThanOrEqual(least);
  expect(usec).toBeLessThanOrEqual(most);
}

export const plus = (a: Range, b: Range): Range => [a[0] + b[0], a[1] + b[1]];
export const minus = (a: Range, b: Range): Range => [a[0] - b[1], a[1] - b[0]];

/**
 * A tree of real cgroups with real processes, and the agent's own modules that watch it as the whole of a
 * node: the subtree stands for the root of the hierarchy. All times are whole microseconds.
 */
export class WatchedTree {
  readonly files = new LinuxKernelFiles();
  private readonly processes: LoadProcess[] = [];
  private readonly cgroups: Cgroup[] = [];
  private readonly truth = new Map<Cgroup, { first: Range; last: Range }>();
  private readonly account = new Account({
    rules,
    zeroForMs: 0,
    maxGroups: 300,
    maxThreadsPerGroup: 200,
    maxThreads: 1000,
    forgetAfterMs: Infinity,
  });
  private observer: Observer | undefined;
  private snapshot: Snapshot | undefined;

  private constructor(readonly root: Cgroup) {}

  static async make(): Promise<WatchedTree> {
    return new WatchedTree(await makeSubtree('kernel'));
  }

  /** Makes a cgroup below the root, as in `system.slice/a.service`. */
  make(path: string): Cgroup {
    const cgroup = this.root.make(path);
    this.cgroups.push(cgroup);
    return cgroup;
  }

  /** Starts a process that obeys; it ends with the tree. */
  async start(cgroup: Cgroup, name: string): Promise<LoadProcess> {
    const started = await LoadProcess.start(cgroup, name);
    this.processes.push(started);
    return started;
  }

  /** One pass of the agent; the first is where its totals begin. */
  pass(): void {
    const isFirst = this.observer === undefined;
    this.observer ??= new Observer(
      this.files,
      { procfs: '/proc', cgroupRoot: this.root.folder },
      () => performance.now(),
    );
    const before = this.usages();
    this.snapshot = this.account.update(this.observer.observe());
    const after = this.usages();
    for (const [cgroup, least] of before) {
      const last: Range = [least, after.get(cgroup) ?? least];
      const first = isFirst ? last : (this.truth.get(cgroup)?.first ?? [0, 0]);
      this.truth.set(cgroup, { first, last });
    }
  }

  /**
   * What a cgroup used between the first pass and the last, by the kernel's own account just before and
   * just after each. While all its processes wait for a command, both ends are the same.
   */
  usedUsec(cgroup: Cgroup): Range {
    const truth = this.truth.get(cgroup);
    if (!truth) throw new Error(`Cgroup ${cgroup.name} was there in no pass.`);
    const { first, last } = truth;
    return [last[0] - first[1], last[1] - first[0]];
  }

  /** What `hostproc_cpu_seconds_total` says of a unit. */
  unitUsec(unit: string, cpuClass = 'service'): number {
    return sum(this.last.unitSeconds, [cpuClass, unit]);
  }

  /** What `hostproc_group_cpu_seconds_total` says of a group in a unit; of all of them without a group. */
  groupUsec(unit: string, groupname?: string): number {
    const wanted = ['service', unit, ...(groupname === undefined ? [] : [groupname])];
    return sum(this.last.groupSeconds, wanted);
  }

  /** What `namedprocess_namegroup_cpu_seconds_total` says of a group. */
  namegroupUsec(groupname: string): number {
    return sum(this.last.namegroupSeconds, [groupname]);
  }

  /** What the thread families say of a group; of one thread name when it is given. */
  threadUsec(groupname: string, threadname?: string): number {
    const wanted = [groupname, ...(threadname === undefined ? [] : [threadname])];
    return sum(this.last.threadSeconds, wanted);
  }

  async end(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.end()));
    await this.root.remove();
  }

  private usages(): Map<Cgroup, number> {
    return new Map(this.cgroups.filter((one) => one.exists()).map((one) => [one, one.usageUsec()]));
  }

  private get last(): Snapshot {
    if (!this.snapshot) throw new Error('There was no pass yet.');
    return this.snapshot;
  }
}

function sum(series: readonly CounterSeries[], firstLabels: readonly string[]): number {
  return series
    .filter(({ labelValues }) => firstLabels.every((label, i) => labelValues[i] === label))
    .reduce((total, { value }) => total + Math.round(value * 1_000_000), 0);
}
