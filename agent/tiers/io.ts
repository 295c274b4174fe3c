import {
  namegroupReadBytes,
  namegroupThreadIoBytes,
  namegroupWriteBytes,
} from '../../metrics/namegroup-tiers';
import type { GroupedPass } from '../accounting/grouped-pass';
import { exitedThreads } from '../accounting/thread-accounts';
import type { Collector } from '../collectors/collector';
import type { KernelFileKind, KernelFiles } from '../kernel-files/kernel-files';
import type { ProcessReading, ThreadReading } from '../observation/observation';
import { parseIo } from '../procfs/io';
import { ExitedShare } from './exited-share';
import { Increases } from './increases';
import { Standstill } from './standstill';
import type { ThreadActivity } from './thread-activity';
import { TierCounter } from './tier-counter';

/** Storage traffic, from `/proc/[pid]/io` and `/proc/[pid]/task/[tid]/io`; others' takes CAP_SYS_PTRACE. */
export class IoTier implements Collector {
  readonly name = 'io';
  private readonly ticks = new WeakMap<ProcessReading, number>();
  private readonly standstill = new Standstill();
  private readonly ofProcesses = new Increases<ProcessReading>();
  private readonly ofThreads = new Increases<ThreadReading>();
  private readonly exited = new ExitedShare();
  private readonly read: TierCounter;
  private readonly written: TierCounter;
  private readonly byThread: TierCounter;
  private denied = false;

  /** @param activity left out where nothing by thread is wanted */
  constructor(
    private readonly files: Pick<KernelFiles, 'read'>,
    private readonly procfs: string,
    private readonly activity: ThreadActivity | undefined,
    zeroForMs: number,
  ) {
    this.read = new TierCounter(namegroupReadBytes, zeroForMs);
    this.written = new TierCounter(namegroupWriteBytes, zeroForMs);
    this.byThread = new TierCounter(namegroupThreadIoBytes, zeroForMs, ['read', 'write']);
  }

  readonly collect: Collector['collect'] = ({ grouped }) => {
    this.denied = false;
    const counters = [this.read, this.written, this.byThread];
    this.readProcesses(grouped);
    this.readThreads(grouped);
    if (grouped.full) {
      this.creditExited(grouped);
      for (const counter of counters) counter.review(grouped);
    }
    return counters.map((counter) => counter.samples(grouped));
  };

  readonly isComplete = () => !this.denied;

  private readProcesses(pass: GroupedPass): void {
    for (const { account, groupname, threads } of pass.members) {
      const { process } = account;
      const ticks = process.utimeTicks + process.stimeTicks;
      const mayHaveRun = pass.full && this.standstill.mayHaveRun(process);
      if (!mayHaveRun && this.ticks.get(process) === ticks) continue;
      this.ticks.set(process, ticks);
      const now = this.bytesOf('pid_io', `${this.procfs}/${process.pid}/io`);
      if (!now) continue;
      const rise = this.ofProcesses.of(process, now, account.bornInView);
      this.read.add([groupname], rise.slice(0, 1), pass);
      this.written.add([groupname], rise.slice(1), pass);
      if (threads && this.activity) this.exited.add(process, rise);
    }
  }

  private readThreads(pass: GroupedPass): void {
    for (const { member, thread, path, bornInView } of this.activity?.in(pass) ?? []) {
      if (!member.threads) continue;
      const now = this.bytesOf('task_io', `${path}/io`);
      if (!now) continue;
      const rise = this.ofThreads.of(thread, now, bornInView);
      const threadname = pass.threadname(member, thread.comm);
      this.byThread.add([member.groupname, threadname], rise, pass);
      this.exited.take(member.account.process, rise);
    }
  }

  private creditExited(pass: GroupedPass): void {
    for (const { account, groupname } of pass.members) {
      const left = this.exited.settle(account.process);
      if (!left.some((bytes) => bytes > 0)) continue;
      this.byThread.add([groupname, exitedThreads], left, pass);
    }
  }

  private bytesOf(kind: KernelFileKind, path: string): readonly number[] | undefined {
    const bytes = this.files.read(kind, path);
    if (typeof bytes === 'string') {
      if (bytes === 'denied') this.denied = true;
      return undefined;
    }
    const { readBytes, writeBytes } = parseIo(bytes, path);
    return [readBytes, writeBytes];
  }
}
