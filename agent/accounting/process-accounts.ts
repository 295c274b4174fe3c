import type { CgroupReading, Observation, ProcessReading } from '../observation/observation';
import { tickUsec } from '../procfs/user-hz';
import type { NameKey } from './name-budget';

/** What the account remembers of a process from pass to pass. */
export interface ProcessAccount {
  readonly process: ProcessReading;
  /** The cgroup of the pass before; `undefined` for a process that was not seen then. */
  cgroupBefore: CgroupReading | undefined;
  execsBefore: number;
  utimeTicks: number;
  stimeTicks: number;
  /** Of children that it waited for. */
  childrenTicks: number;
  minflt: number;
  majflt: number;
  /** What this pass added. */
  minorFaults: number;
  majorFaults: number;
  userUsec: number;
  systemUsec: number;
  childrenUsec: number;
  /** What its threads have not been asked about yet. */
  awaitedUserUsec: number;
  awaitedSystemUsec: number;
  /** Whether its threads were ever asked: from then on a new one is ours from its birth. */
  threadsKnown: boolean;
  /** Claimed and not yet met by its cgroup's usage. */
  outstandingUsec: number;
  /** Its group when it was read last, whatever the budget; `undefined` before it is named. */
  group: NameKey | undefined;
  /** Whether process-exporter names it, too: a rule or an ancestor gives it that group. */
  isNamed: boolean;
  /** Its threads' time up to now counts too: the process was born under the agent's eyes. */
  readonly bornInView: boolean;
}

/** The processes of one pass, with what each used since the pass before. */
export interface ProcessUsage {
  /** Those that were read; all others used nothing. */
  readonly read: readonly ProcessAccount[];
  /** Those of them of which there is something to tell, or all of them. */
  readonly told: readonly ProcessAccount[];
  /** Alive in the pass before and not in this one, as they were then. */
  readonly ended: readonly ProcessAccount[];
}

/** Differences of process times between passes. */
export class ProcessAccounts {
  private readonly accounts = new Map<ProcessReading, ProcessAccount>();
  // The newest start of the pass before, and of the one before that.
  private newestStartTicks = 0;
  private newestStartBeforeTicks = 0;
  private first = true;

  /** @param all everything that was read is told */
  update({ read, ended, processes, self }: Observation, all: boolean): ProcessUsage {
    let newest = this.newestStartTicks;
    const staysWhereItWas = (parent: ProcessReading | undefined) => {
      const account = parent && this.accounts.get(parent);
      return account !== undefined && account.cgroupBefore === account.process.cgroup;
    };
    const bornAt = ({ ppid }: ProcessReading) => {
      const parent = processes.get(ppid);
      return staysWhereItWas(parent) ? parent?.cgroup : undefined;
    };
    const told: ProcessAccount[] = [];
    const accountsRead = read.map((process) => {
      let account = this.accounts.get(process);
      if (!account) {
        account = this.open(process, bornAt(process));
        this.accounts.set(process, account);
      }
      if (advance(account) || all) told.push(account);
      newest = Math.max(newest, process.starttimeTicks);
      return account;
    });
    // What started after the agent did was born in view, also when the first pass missed it.
    this.newestStartBeforeTicks = this.first
      ? (self?.starttimeTicks ?? newest)
      : this.newestStartTicks;
    this.newestStartTicks = newest;
    this.first = false;
    return { read: accountsRead, told, ended: ended.flatMap((process) => this.close(process)) };
  }

  /** Every process that is alive. */
  alive(): Iterable<ProcessAccount> {
    return this.accounts.values();
  }

  private close(process: ProcessReading): ProcessAccount[] {
    const account = this.accounts.get(process);
    this.accounts.delete(process);
    return account ? [account] : [];
  }

  private open(process: ProcessReading, parentCgroup: CgroupReading | undefined): ProcessAccount {
    // The last pass may have missed a process that was born while it went on, and seen a younger one. But
    // one that is older than what the pass before that saw was there before us, or hidden.
    const bornInView = !this.first && process.starttimeTicks >= this.newestStartBeforeTicks;
    return {
      process,
      // What is there in the first pass has been where it is, for all we know; and what is where its parent
      // is was born there. Others may have used time elsewhere before they came, as a service's first
      // process does.
      cgroupBefore: this.first || parentCgroup === process.cgroup ? process.cgroup : undefined,
      execsBefore: -1,
      utimeTicks: bornInView ? 0 : process.utimeTicks,
      stimeTicks: bornInView ? 0 : process.stimeTicks,
      childrenTicks: bornInView ? 0 : childrenTicks(process),
      minflt: bornInView ? 0 : process.minflt,
      majflt: bornInView ? 0 : process.majflt,
      minorFaults: 0,
      majorFaults: 0,
      userUsec: 0,
      systemUsec: 0,
      childrenUsec: 0,
      awaitedUserUsec: 0,
      awaitedSystemUsec: 0,
      threadsKnown: false,
      outstandingUsec: 0,
      group: undefined,
      isNamed: false,
      bornInView,
    };
  }
}

/** @returns whether there is something to tell: it used something, waits for something, or is not what it was */
function advance(account: ProcessAccount): boolean {
  const { process } = account;
  account.userUsec = Math.max(0, process.utimeTicks - account.utimeTicks) * tickUsec;
  account.systemUsec = Math.max(0, process.stimeTicks - account.stimeTicks) * tickUsec;
  account.childrenUsec = Math.max(0, childrenTicks(process) - account.childrenTicks) * tickUsec;
  account.minorFaults = Math.max(0, process.minflt - account.minflt);
  account.majorFaults = Math.max(0, process.majflt - account.majflt);
  account.minflt = process.minflt;
  account.majflt = process.majflt;
  account.utimeTicks = Math.max(account.utimeTicks, process.utimeTicks);
  account.stimeTicks = Math.max(account.stimeTicks, process.stimeTicks);
  account.childrenTicks = Math.max(account.childrenTicks, childrenTicks(process));
  const isAnother =
    account.execsBefore !== process.execs || account.cgroupBefore !== process.cgroup;
  account.execsBefore = process.execs;
  const used = account.userUsec + account.systemUsec + account.minorFaults + account.majorFaults;
  const waits = account.outstandingUsec + account.awaitedUserUsec + account.awaitedSystemUsec;
  return isAnother || used + waits > 0;
}

function childrenTicks(process: ProcessReading): number {
  return process.cutimeTicks + process.cstimeTicks;
}
