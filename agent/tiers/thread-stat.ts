import { namegroupStates, processStates } from '../../metrics/namegroup';
import {
  namegroupThreadMajorPageFaults,
  namegroupThreadMinorPageFaults,
} from '../../metrics/namegroup-tiers';
import type { GroupedPass } from '../accounting/grouped-pass';
import { countState } from '../accounting/process-states';
import type { GroupSize } from '../accounting/snapshot';
import { exitedThreads } from '../accounting/thread-accounts';
import type { Collector, FamilySamples } from '../collectors/collector';
import type { KernelFiles } from '../kernel-files/kernel-files';
import type { ThreadReading } from '../observation/observation';
import { tasksOf } from '../observation/tasks';
import { parsePidStat, type PidStat, stateZombie } from '../procfs/pid-stat';
import { ExitedShare } from './exited-share';
import { Increases } from './increases';
import type { RunThread, ThreadActivity } from './thread-activity';
import { TierCounter } from './tier-counter';

/**
 * States and page faults of each thread, from `/proc/[pid]/task/[tid]/stat`: what the pass
 * has read already is not read again.
 */
export class ThreadStatTier implements Collector {
  readonly name = 'thread-stat';
  private readonly increases = new Increases<ThreadReading>();
  private readonly exited = new ExitedShare();
  private readonly states = new WeakMap<ThreadReading, number>();
  private readonly minor: TierCounter;
  private readonly major: TierCounter;
  private stateSamples: FamilySamples = { family: namegroupStates, samples: [] };
  private denied = false;

  constructor(
    private readonly files: Pick<KernelFiles, 'read'>,
    private readonly activity: ThreadActivity,
    zeroForMs: number,
  ) {
    this.minor = new TierCounter(namegroupThreadMinorPageFaults, zeroForMs);
    this.major = new TierCounter(namegroupThreadMajorPageFaults, zeroForMs);
  }

  readonly collect: Collector['collect'] = ({ grouped, groupSizes }) => {
    this.denied = false;
    for (const { account, threads } of grouped.members) {
      if (threads) {
        this.exited.add(account.process, [account.minorFaults, account.majorFaults]);
      }
    }
    for (const run of this.activity.in(grouped)) this.creditRun(run, grouped);
    if (grouped.full) {
      this.creditExited(grouped);
      this.countStates(grouped, groupSizes);
      this.minor.review(grouped);
      this.major.review(grouped);
    }
    return [this.minor.samples(grouped), this.major.samples(grouped), this.stateSamples];
  };

  readonly isComplete = () => !this.denied && !this.activity.denied;

  private creditRun(run: RunThread, pass: GroupedPass): void {
    const { member, thread, bornInView } = run;
    const stat = thread.readInPass === pass.pass ? thread : this.statOf(run);
    if (!stat) return;
    const { state, minflt, majflt } = stat;
    this.states.set(thread, state);
    const rise = this.increases.of(thread, [minflt, majflt], bornInView);
    if (member.threads) {
      this.creditThread(pass, [member.groupname, pass.threadname(member, thread.comm)], rise);
      this.exited.take(member.account.process, rise);
    }
  }

  private statOf({ path }: RunThread): PidStat | undefined {
    const bytes = this.files.read('task_stat', `${path}/stat`);
    if (typeof bytes !== 'string') return parsePidStat(bytes, bytes.length, `${path}/stat`);
    if (bytes !== 'gone') this.denied = true;
    return undefined;
  }

  private creditThread(
    pass: GroupedPass,
    names: readonly string[],
    [minor = 0, major = 0]: readonly number[],
  ): void {
    this.minor.add(names, [minor], pass);
    this.major.add(names, [major], pass);
  }

  private creditExited(pass: GroupedPass): void {
    for (const { account, groupname, threads } of pass.members) {
      const left = threads ? this.exited.settle(account.process) : [];
      if (left.some((faults) => faults > 0)) {
        this.creditThread(pass, [groupname, exitedThreads], left);
      }
    }
  }

  private countStates({ members, foundDead }: GroupedPass, groups: readonly GroupSize[]): void {
    const counts = new Map<string, number[]>();
    for (const { groupname } of groups)
      counts.set(
        groupname,
        processStates.map(() => 0),
      );
    for (const { account, groupname } of members) {
      const ofGroup = counts.get(groupname) ?? [];
      for (const thread of tasksOf(account.process)) {
        const state = this.states.get(thread);
        if (state !== undefined) countState(ofGroup, state);
      }
    }
    for (const groupname of foundDead) countState(counts.get(groupname) ?? [], stateZombie);
    const samples = [...counts].flatMap(([groupname, ofGroup]) =>
      processStates.map((state, i) => ({
        labelValues: [groupname, state],
        value: ofGroup[i] ?? 0,
      })),
    );
    this.stateSamples = { family: namegroupStates, samples };
  }
}
