import { Account, type AccountOptions } from '../accounting/account';
import type { Snapshot } from '../accounting/snapshot';
import { ownerOfCgroup } from '../classification/cgroup-class';
import type { Collector } from '../collectors/collector';
import { builtInRules } from '../grouping/rules';
import { Observer } from '../observation/observer';
import { createTiers } from '../tiers/index';
import type { WantedTiers } from '../tiers/wanted-tiers';
import { Scraper } from './scraper';
import { SimulatedFiles } from './simulated-files';
import { type SimulatedCgroup, SimulatedKernel, type SimulatedProcess } from './simulated-kernel';

export const intervalUsec = 15_000_000;
/** An account that names everybody and forgets nothing. */
export const noBudget = {
  rules: builtInRules,
  maxGroups: Infinity,
  maxThreadsPerGroup: Infinity,
  maxThreads: Infinity,
  forgetAfterMs: Infinity,
};

/** A machine with systemd's layout, under the eyes of an agent that two scrapers ask. */
export class SimulatedNode {
  readonly kernel = new SimulatedKernel();
  readonly unitTruth = new Map<string, number>();
  readonly processTruth = new Map<SimulatedProcess, number>();
  readonly cgroups: SimulatedCgroup[] = [];
  readonly keepers: SimulatedProcess[] = [];
  readonly scrapers: Scraper[] = [];
  /** Slices below which a cgroup was removed: its last bit of time is the slice's. */
  readonly churned = new Set<string>();
  private account!: Account;
  private observer!: Observer;
  private tiers: readonly Collector[] = [];
  private serial = 0;

  constructor(
    private readonly offsetUsec: number,
    private readonly budgets: Partial<AccountOptions>,
    private readonly wanted?: WantedTiers,
  ) {
    const { kernel } = this;
    const init = kernel.makeCgroup(kernel.root, 'init.scope');
    const system = kernel.makeCgroup(kernel.root, 'system.slice');
    const pods = kernel.makeCgroup(kernel.root, 'kubepods.slice');
    const burstable = kernel.makeCgroup(pods, 'kubepods-burstable.slice');
    const user = kernel.makeCgroup(kernel.root, 'user.slice');
    kernel.spawn(0, init, 'systemd');
    kernel.spawn(0, kernel.root, 'kthreadd', { kernelThread: true });
    for (const [parent, name] of [
      [system, 'kubelet.service'],
      [system, 'crio.service'],
      [system, 'chronyd.service'],
      [burstable, 'crio-1.scope'],
      [user, 'session-1.scope'],
    ] as const) {
      this.cgroups.push(kernel.makeCgroup(parent, name));
    }
    // Two in one unit, so that one's rounding could become the other's loss.
    for (const index of [0, 0, 0, 1, 2]) {
      this.keepers.push(kernel.spawn(1, this.cgroups[index]!, `keeper${this.keepers.length}`));
    }
    for (const keeper of this.keepers) this.run(keeper, 123_456);
    kernel.onTruth = (process, usec) => {
      const { cpuClass, unit } = process.kernelThread
        ? { cpuClass: 'kernel', unit: process.comm }
        : ownerOfCgroup(process.cgroup.path);
      const key = `${cpuClass}|${unit}|`;
      this.unitTruth.set(key, (this.unitTruth.get(key) ?? 0) + usec);
      this.processTruth.set(process, (this.processTruth.get(process) ?? 0) + usec);
    };
  }

  start(): void {
    const { kernel, offsetUsec } = this;
    const monotonicMs = () => kernel.nowUsec / 1000;
    const mounts = { procfs: '/proc', cgroupRoot: '/cgroup' };
    const files = new SimulatedFiles(kernel);
    this.observer = new Observer(files, mounts, monotonicMs);
    this.account = new Account({ ...noBudget, zeroForMs: 16_500, ...this.budgets });
    if (this.wanted) {
      const options = { procfs: '/proc', tiers: this.wanted, threads: true };
      this.tiers = createTiers(files, options, 16_500);
    }
    this.scrapers.push(new Scraper(kernel.nowUsec), new Scraper(kernel.nowUsec));
    for (const scraper of this.scrapers) this.scrape(scraper);
    this.scrapers[1]!.nextUsec += offsetUsec - intervalUsec;
    const setAlarm = () => {
      kernel.alarmUsec = Math.min(...this.scrapers.map(({ nextUsec }) => nextUsec));
    };
    kernel.onAlarm = () => {
      for (const scraper of this.scrapers) {
        if (scraper.nextUsec <= kernel.nowUsec) this.scrape(scraper);
      }
      setAlarm();
    };
    setAlarm();
  }

  private scrape(scraper: Scraper): void {
    scraper.nextUsec += intervalUsec;
    const snapshot = this.account.update(this.observer.observe());
    expectGroupsToSumToTheirUnits(snapshot);
    scraper.take(
      snapshot,
      this.tiers.flatMap(({ collect }) => collect(snapshot)),
    );
  }

  run(process: SimulatedProcess, usec: number): void {
    const threads = [...process.threads.values()];
    const thread = threads[usec % threads.length]!;
    this.kernel.run(process, thread, usec);
  }

  /** One more that lives on, born under the agent's eyes: it belongs to its parent's group. */
  forkKeeper(): void {
    const [parent] = this.keepers;
    if (!parent) return;
    const keeper = this.kernel.spawn(parent.pid, parent.cgroup, parent.comm);
    this.keepers.push(keeper);
    // Nobody is born for nothing.
    this.run(keeper, 1);
  }

  churn(parent: SimulatedCgroup, usec: number, sleepUsec: number): void {
    const { kernel } = this;
    // Names come again: the agent must not take a new cgroup for the old one.
    const unit = kernel.makeCgroup(parent, `job-${this.serial++ % 3}.service`);
    const process = kernel.spawn(1, unit, 'job');
    this.run(process, usec);
    kernel.sleep(sleepUsec);
    this.run(process, usec);
    kernel.exit(process);
    this.churned.add(ownerOfCgroup(parent.path).unit);
    kernel.removeCgroup(unit);
  }
}

function expectGroupsToSumToTheirUnits({ unitSeconds, groupSeconds }: Snapshot): void {
  const sums = new Map<string, number>();
  for (const { labelValues, value } of groupSeconds) {
    const key = labelValues.slice(0, 2).join('|');
    sums.set(key, (sums.get(key) ?? 0) + Math.round(value * 1e6));
  }
  const units = new Map(
    unitSeconds.map(({ labelValues, value }) => [labelValues.join('|'), Math.round(value * 1e6)]),
  );
  for (const [key, sum] of sums) {
    // A group that is new shows 0 for an interval while its unit shows everything.
    if (sum > units.get(key)!) throw new Error(`${key}: groups ${sum}, unit ${units.get(key)}`);
  }
}
