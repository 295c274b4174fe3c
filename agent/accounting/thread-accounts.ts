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
}

/**
 * What the threads of a process used, pass by pass. As with cgroups, what is handed out is exactly what the
 * process used: its threads claim it, and what they do not claim is of threads that ended.
 */
export class ThreadAccounts {
  private readonly accounts = new WeakMap<ThreadReading, ThreadAccount>();
  private readonly known = new WeakSet<ProcessAccount>();

  /**
   * @returns one entry for each thread, and `(exited)`; their sum is what the process used. Nothing when
   * reading threads is denied: what is not known is absent
   * @param all also of a process that used nothing
   */
  usage(process: ProcessAccount, all: boolean): ThreadUsage[] {
    if (!process.process.threadsReadable) return [];
    const usedUsec = process.userUsec + process.systemUsec;
    if (this.known.has(process) && usedUsec === 0 && !all) return [];
    if (process.process.kernelThread) return [soleThread(process)];
    const threads = [...process.process.threads.values()];
    const accounts = threads.map((thread) => this.advance(process, thread));
    this.known.add(process);
    const paid = payClaims(usedUsec, accounts.map(outstandingUsec));
    const usages = threads.map((thread, i) => {
      const account = accounts[i];
      return { threadname: thread.comm, ...(account ? pay(account, paid[i] ?? 0) : nothing) };
    });
    const restUsec = usedUsec - paid.reduce((sum, usec) => sum + usec, 0);
    if (restUsec === 0) return usages;
    // The kernel keeps no split for threads that ended: the process's own of this pass is the best guess.
    const userUsec = Math.round((restUsec * process.userUsec) / usedUsec);
    return [...usages, { threadname: exitedThreads, userUsec, systemUsec: restUsec - userUsec }];
  }

  private advance(process: ProcessAccount, thread: ThreadReading): ThreadAccount {
    const { utimeTicks, stimeTicks } = thread;
    const account = this.accounts.get(thread) ?? this.open(process, thread);
    account.userUsec += Math.max(0, utimeTicks - account.utimeTicks) * tickUsec;
    account.systemUsec += Math.max(0, stimeTicks - account.stimeTicks) * tickUsec;
    account.utimeTicks = utimeTicks;
    account.stimeTicks = stimeTicks;
    return account;
  }

  private open(process: ProcessAccount, thread: ThreadReading): ThreadAccount {
    const ours = this.known.has(process) || process.bornInView;
    const account = {
      utimeTicks: ours ? 0 : thread.utimeTicks,
      stimeTicks: ours ? 0 : thread.stimeTicks,
      userUsec: 0,
      systemUsec: 0,
    };
    this.accounts.set(thread, account);
    return account;
  }
}

/** A kernel thread is a process of one thread, and its times are the process's. */
function soleThread({ process, userUsec, systemUsec }: ProcessAccount): ThreadUsage {
  return { threadname: process.comm, userUsec, systemUsec };
}

const nothing = { userUsec: 0, systemUsec: 0 };

function outstandingUsec({ userUsec, systemUsec }: ThreadAccount): number {
  return userUsec + systemUsec;
}

function pay(account: ThreadAccount, usec: number): Omit<ThreadUsage, 'threadname'> {
  const outstanding = outstandingUsec(account);
  const userUsec = outstanding === 0 ? 0 : Math.round((usec * account.userUsec) / outstanding);
  const systemUsec = usec - userUsec;
  account.userUsec -= userUsec;
  account.systemUsec -= systemUsec;
  return { userUsec, systemUsec };
}
