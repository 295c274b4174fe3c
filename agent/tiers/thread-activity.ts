import type { GroupedPass } from '../accounting/grouped-pass';
import type { Member } from '../accounting/namegroups';
import type { KernelFiles } from '../kernel-files/kernel-files';
import type { ProcessReading, ThreadReading } from '../observation/observation';
import { tasksOf } from '../observation/tasks';
import { type ContextSwitches, parseContextSwitches } from '../procfs/status';
import { Standstill } from './standstill';

/** A thread that may have done something since it was looked at last. */
export interface RunThread {
  readonly member: Member;
  readonly thread: ThreadReading;
  /** Its folder. */
  readonly path: string;
  /** Nobody could have seen it before: all that it counted counts. */
  readonly bornInView: boolean;
  /** `undefined` when they were not asked for, or may not be read. */
  readonly switches: ContextSwitches | undefined;
}

interface Seen {
  readonly bornInView: boolean;
  ticks: number;
  switches: number;
}

/**
 * Which threads ran: in each pass those whose ticks moved, in a full one all others that were switched to and
 * away, however short they ran. No other thread has anything new to tell, so no file of it is read.
 */
export class ThreadActivity {
  private readonly seen = new WeakMap<ThreadReading, Seen>();
  private readonly knownProcesses = new WeakSet<ProcessReading>();
  private readonly standstill = new Standstill();
  private pass: GroupedPass | undefined;
  private ran: RunThread[] = [];
  /** Whether something was denied in the last pass. */
  denied = false;

  /** @param switches whether to ask threads for their context switches: where it saves other reads, too */
  constructor(
    private readonly files: Pick<KernelFiles, 'read'>,
    private readonly procfs: string,
    private readonly switches: boolean,
  ) {}

  /** Looks once in a pass, for all who ask. */
  in(pass: GroupedPass): readonly RunThread[] {
    if (this.pass === pass) return this.ran;
    this.pass = pass;
    this.ran = [];
    this.denied = false;
    for (const member of pass.members) {
      const { process } = member.account;
      if (!process.threadsReadable) this.denied = true;
      const all = pass.full && this.standstill.mayHaveRun(process);
      for (const thread of tasksOf(process)) this.look(member, thread, all);
      this.knownProcesses.add(process);
    }
    return this.ran;
  }

  private look(member: Member, thread: ThreadReading, all: boolean): void {
    const { process } = member.account;
    const ticks = thread.utimeTicks + thread.stimeTicks;
    const known = this.seen.get(thread);
    const moved = known?.ticks !== ticks;
    if (!moved && !all) return;
    const path = `${this.procfs}/${process.pid}/task/${thread.tid}`;
    const switches = this.switches ? this.readSwitches(path) : undefined;
    if (switches === 'gone') return;
    const count = switches ? switches.voluntary + switches.nonvoluntary : NaN;
    if (!moved && known.switches === count) return;
    const bornInView =
      known?.bornInView ?? (member.account.bornInView || this.knownProcesses.has(process));
    this.seen.set(thread, { bornInView, ticks, switches: count });
    this.ran.push({ member, thread, path, bornInView, switches });
  }

  private readSwitches(path: string): ContextSwitches | 'gone' | undefined {
    const bytes = this.files.read('task_status', `${path}/status`);
    if (bytes === 'gone') return bytes;
    if (typeof bytes !== 'string') return parseContextSwitches(bytes, `${path}/status`);
    this.denied = true;
    return undefined;
  }
}
