import { KernelFileError, type KernelFiles, type KeptFile } from '../kernel-files/kernel-files';
import { parseCmdline } from '../procfs/cmdline';
import { parseThreadCount } from '../procfs/loadavg';
import { emptyPidStat, parsePidStat, stateZombie } from '../procfs/pid-stat';
import { parseRunTimeNs } from '../procfs/schedstat';
import type { CgroupReading } from './observation';
import { readThreads } from './threads';
import {
  closeProcess,
  type TrackedProcess,
  trackedProcess,
  updateProcess,
} from './tracked-process';

/** All processes that are alive: keeps one `ProcessReading` for each (pid, starttime). */
export class ProcessTable {
  readonly byPid = new Map<number, TrackedProcess>();
  private pass = 0;
  private full = true;
  /** Read in this pass, without kernel threads that are all that they were. */
  read: TrackedProcess[] = [];
  /** Found gone in this pass. */
  ended: TrackedProcess[] = [];
  private readonly moved = new Set<TrackedProcess>();
  private readonly unnamed = new Set<TrackedProcess>();
  private readonly stat = emptyPidStat();

  constructor(
    private readonly files: KernelFiles,
    private readonly procfs: string,
    private readonly threads: boolean,
  ) {}

  /** Begins a pass. @param full this pass reads everything: what it reads may not be read again soon */
  beginPass(pass: number, full: boolean): void {
    this.pass = pass;
    this.full = full;
    this.read = [];
    this.ended = [];
  }

  /** Reads one process that was listed in `cgroup`. Does nothing if it is gone, or was read already. */
  observe(pid: number, cgroup: CgroupReading): void {
    const known = this.byPid.get(pid);
    if (!known) {
      this.discover(pid, cgroup);
      return;
    }
    // A process that moves during the pass may be listed twice.
    if (known.readInPass === this.pass) return;
    if (this.reread(known, cgroup)) moveTo(known, cgroup);
    else this.discover(pid, cgroup);
  }

  /** Every process of the proc file system, where there are no cgroups to find them in. */
  observeAll(cgroup: CgroupReading): void {
    for (const pid of this.listPids()) this.observe(pid, cgroup);
  }

  /**
   * Reads those that are no longer listed where they were.
   * @param changed cgroups whose processes were listed in this pass, or that are gone
   */
  rereadMissing(changed: Iterable<CgroupReading>): void {
    for (const { processes } of changed) {
      for (const process of processes as Set<TrackedProcess>) {
        // Zombies leave cgroup.procs before their parent waits for them.
        if (process.readInPass !== this.pass) this.reread(process);
      }
    }
  }

  /**
   * Arguments and threads, which may take long: after all times and usages were read, so that nothing
   * which a process uses meanwhile is missing from its own time and yet in its cgroup's.
   */
  readDetails(): void {
    for (const process of this.unnamed) this.readCmdline(process);
    if (this.threads) {
      for (const process of this.moved) readThreads(this.files, process, this.pass, this.full);
    }
    this.unnamed.clear();
    this.moved.clear();
  }

  /**
   * Zombies that nobody saw alive: they sit in no cgroup's list, and their time is in their cgroup's own. To
   * find them is to list every process, which the kernel takes long for: it is left out when those that are
   * known are all there are. To be called in a full pass.
   * @param root for those whose parent is unknown
   */
  findDead(root: CgroupReading): TrackedProcess[] {
    const dead: TrackedProcess[] = [];
    if (this.areAllKnown()) return dead;
    for (const pid of this.listPids()) {
      if (this.byPid.has(pid)) continue;
      const path = `${this.procfs}/${pid}`;
      const statPath = `${path}/stat`;
      // Nobody reads it again: a file that is kept would never be closed.
      const bytes = this.files.read('pid_stat', statPath);
      if (typeof bytes === 'string') continue;
      const stat = parsePidStat(bytes, bytes.length, statPath);
      if (stat.state !== stateZombie) continue;
      const cgroup = this.byPid.get(stat.ppid)?.cgroup ?? root;
      dead.push(trackedProcess(this.files.keep('pid_stat', statPath), path, stat, cgroup));
    }
    return dead;
  }

  /** Whether the machine has as many threads as the processes that are known. */
  private areAllKnown(): boolean {
    const path = `${this.procfs}/loadavg`;
    const bytes = this.files.read('loadavg', path);
    if (typeof bytes === 'string') return false;
    let threads = 0;
    this.byPid.forEach(({ numThreads }) => {
      threads += numThreads;
    });
    return threads === parseThreadCount(bytes, path);
  }

  /** Pids in the proc file system. */
  private listPids(): number[] {
    const names = this.files.list('proc_directory', this.procfs);
    if (typeof names === 'string') {
      throw new KernelFileError(this.procfs, `expected the proc file system, found it ${names}`);
    }
    return names.filter((name) => /^\d+$/.test(name)).map(Number);
  }

  private discover(pid: number, cgroup: CgroupReading): void {
    const path = `${this.procfs}/${pid}`;
    const statFile = this.files.keep('pid_stat', `${path}/stat`);
    const length = statFile.read();
    if (typeof length === 'string') return;
    const stat = parsePidStat(this.files.bytes, length, statFile.path);
    const process = trackedProcess(statFile, path, stat, cgroup);
    process.readInPass = this.pass;
    this.byPid.set(pid, process);
    cgroup.processes.add(process);
    this.read.push(process);
    if (process.kernelThread) {
      process.schedstatFile = this.files.keep('pid_schedstat', `${path}/schedstat`);
      return;
    }
    this.unnamed.add(process);
    this.moved.add(process);
  }

  /**
   * @param cgroup where it is listed now
   * @returns false when it is gone: then it is forgotten
   */
  private reread(process: TrackedProcess, cgroup: CgroupReading = process.cgroup): boolean {
    // Most kernel threads sleep for ever, and the root has no usage that says so: each is asked in every
    // pass. One that works for a cgroup may wait for its share there, whether it slept or not.
    const { statFile, schedstatFile, comm } = process;
    const staysInRoot = cgroup === process.cgroup && !cgroup.parent;
    if (schedstatFile && staysInRoot && this.slept(process, schedstatFile)) {
      process.readInPass = this.pass;
      if (this.full) {
        this.read.push(process);
        // One descriptor for each that sleeps on is enough.
        statFile.close();
      }
      return true;
    }
    const length = this.full ? statFile.readSeldom() : statFile.read();
    const stat =
      typeof length === 'string'
        ? undefined
        : parsePidStat(this.files.bytes, length, statFile.path, comm, this.stat);
    if (stat?.starttimeTicks !== process.starttimeTicks) {
      this.forget(process);
      return false;
    }
    process.readInPass = this.pass;
    this.read.push(process);
    const { execed, moved } = updateProcess(process, stat);
    if (process.kernelThread) return true;
    const faulted = process.minflt !== process.minfltAtCmdline;
    if (execed) process.execs += 1;
    if (execed || (this.full && faulted)) this.unnamed.add(process);
    const isDue = this.full && process.threadsAwaited;
    if (execed || moved || isDue) this.moved.add(process);
    return true;
  }

  /** Whether a kernel thread did not run since it was asked last: all of it is as it was. */
  private slept(process: TrackedProcess, schedstatFile: KeptFile): boolean {
    const length = schedstatFile.read();
    if (typeof length === 'string') {
      // It has ended, or this kernel has no such file for anybody.
      process.schedstatFile = undefined;
      return false;
    }
    const lastNs = process.runTimeNs;
    process.runTimeNs = parseRunTimeNs(this.files.bytes, length, schedstatFile.path);
    return process.runTimeNs === lastNs && lastNs > 0;
  }

  private forget(process: TrackedProcess): void {
    this.byPid.delete(process.pid);
    process.cgroup.processes.delete(process);
    closeProcess(process);
    this.ended.push(process);
  }

  private readCmdline(process: TrackedProcess): void {
    const bytes = this.files.read('pid_cmdline', `${process.path}/cmdline`);
    process.minfltAtCmdline = process.minflt;
    if (typeof bytes === 'string') return;
    const cmdline = parseCmdline(bytes);
    // The same one is left where it is: thousands of new ones would take the place of old ones.
    if (cmdline.join('\0') === process.cmdline.join('\0')) return;
    // An exec of a program under the same name shows nowhere else.
    if (process.cmdline.length > 0) process.execs += 1;
    process.cmdline = cmdline;
  }
}

function moveTo(process: TrackedProcess, cgroup: CgroupReading): void {
  if (process.cgroup === cgroup) return;
  process.cgroup.processes.delete(process);
  cgroup.processes.add(process);
  process.cgroup = cgroup;
}
