import type { ThreadReading } from '../observation/observation';
import { tickUsec } from '../procfs/user-hz';
import { payClaims } from './claims';
import type { ProcessAccount } from './process-accounts';

/** CPU time of a thread name in one pass. */
export interface ThreadUsage {
  readonly threadname: string;
  readonly userUsec: number;
  readonly systemUsec: number;
}

/** The name under which the time of threads that ended appears. */
export const exitedThreads = '(exited)';

interface ThreadAccount {
  utimeTicks: number;
  stimeTicks: number;
  /** What the thread showed and its process's time has not covered yet. */
  userUsec: number;
  systemUsec: number;
  /** What it was given beyond its claims, when nobody else claimed it. */
  advancedUsec: number;
  /** Whether it was among the answers before. */
  told: boolean;
}

/**
 * What the threads of a process used, pass by pass. As with cgroups, what is handed out is exactly what the
 * process used: its threads claim it, and what they do not claim is of threads that ended. Where not all of
 * them were read, it is a rounding, and an advance to the busiest.
 */
export class ThreadAccounts {
  private readonly accounts = new WeakMap<ThreadReading, ThreadAccount>();

  /**
   * @returns one entry for each thread that used something or was never told of, and `(exited)`; their sum is
   * what the process used since they were read last. Nothing as long as they wait to be read, or when
   * reading them is denied: what is not known is absent
   * @param all also those that used nothing
   */
  usage(process: ProcessAccount, all: boolean): ThreadUsage[] {
    if (!process.process.threadsReadable) return [];
    if (process.process.kernelThread) return [soleThread(process)];
    process.awaitedUserUsec += process.userUsec;
    process.awaitedSystemUsec += process.systemUsec;
    if (process.threadsKnown && process.process.threadsAwaited) return [];
    const userUsecOfAll = process.awaitedUserUsec;
    const usedUsec = userUsecOfAll + process.awaitedSystemUsec;
    process.awaitedUserUsec = 0;
    process.awaitedSystemUsec = 0;
    if (process.threadsKnown && usedUsec === 0 && !all) return [];
    const told: ThreadReading[] = [];
    const accounts: ThreadAccount[] = [];
    for (const thread of process.process.threads.values()) {
      const account = this.advance(process, thread);
      if (!all && account.told && outstandingUsec(account) === 0) continue;
      account.told = true;
      told.push(thread);
      accounts.push(account);
    }
    process.threadsKnown = true;
    const paid = payClaims(usedUsec, accounts.map(outstandingUsec));
    let restUsec = usedUsec;
    const usages = accounts.map((account, i) => {
      const usec = paid[i] ?? 0;
      restUsec -= usec;
      return pay(account, told[i]?.comm ?? '', usec);
    });
    if (restUsec > 0 && !process.process.threadsComplete) {
      const busiest = indexOfLargest(paid);
      const [account, usage] = [accounts[busiest], usages[busiest]];
      if (account && usage) {
        account.advancedUsec += restUsec;
        usages[busiest] = { ...usage, userUsec: usage.userUsec + restUsec };
        restUsec = 0;
      }
    }
    if (restUsec > 0) {
      // The kernel keeps no split for threads that ended: the process's own of this pass is the best guess.
      const userUsec = Math.round((restUsec * userUsecOfAll) / usedUsec);
      usages.push({ threadname: exitedThreads, userUsec, systemUsec: restUsec - userUsec });
    }
    return usages;
  }

  private advance(process: ProcessAccount, thread: ThreadReading): ThreadAccount {
    const { utimeTicks, stimeTicks } = thread;
    const account = this.accounts.get(thread) ?? this.open(process, thread);
    account.userUsec += Math.max(0, utimeTicks - account.utimeTicks) * tickUsec;
    account.systemUsec += Math.max(0, stimeTicks - account.stimeTicks) * tickUsec;
    account.utimeTicks = utimeTicks;
    account.stimeTicks = stimeTicks;
    if (account.advancedUsec > 0) payBack(account);
    return account;
  }

  private open(process: ProcessAccount, thread: ThreadReading): ThreadAccount {
    const ours = process.threadsKnown || process.bornInView;
    const account = {
      utimeTicks: ours ? 0 : thread.utimeTicks,
      stimeTicks: ours ? 0 : thread.stimeTicks,
      userUsec: 0,
      systemUsec: 0,
      advancedUsec: 0,
      told: false,
    };
    this.accounts.set(thread, account);
    return account;
  }
}

/** A kernel thread is a process of one thread, and its times are the process's. */
function soleThread({ process, userUsec, systemUsec }: ProcessAccount): ThreadUsage {
  return { threadname: process.comm, userUsec, systemUsec };
}

function payBack(account: ThreadAccount): void {
  const { userUsec, systemUsec } = pay(
    account,
    '',
    Math.min(account.advancedUsec, outstandingUsec(account)),
  );
  account.advancedUsec -= userUsec + systemUsec;
}

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > (values[best] ?? -1) ? i : best), 0);
}

function outstandingUsec({ userUsec, systemUsec }: ThreadAccount): number {
  return userUsec + systemUsec;
}

function pay(account: ThreadAccount, threadname: string, usec: number): ThreadUsage {
  const outstanding = outstandingUsec(account);
  const userUsec = outstanding === 0 ? 0 : Math.round((usec * account.userUsec) / outstanding);
  const systemUsec = usec - userUsec;
  account.userUsec -= userUsec;
  account.systemUsec -= systemUsec;
  return { threadname, userUsec, systemUsec };
}
