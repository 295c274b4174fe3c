import type { KernelFiles } from '../kernel-files/kernel-files';
import { parseCmdline } from '../procfs/cmdline';
import { parsePidStat, pfForkNoExec, pfKthread, type PidStat } from '../procfs/pid-stat';
import type { CgroupReading, ProcessReading } from './observation';
import { readThreads } from './threads';

/** All processes that are alive: keeps one `ProcessReading` for each (pid, starttime). */
export class ProcessTable {
  private readonly byPid = new Map<number, ProcessReading>();
  private seen = new Set<number>();
  private readonly movedProcesses = new Set<ProcessReading>();
  private readonly unnamedProcesses = new Set<ProcessReading>();

  constructor(
    private readonly files: KernelFiles,
    private readonly procfs: string,
  ) {}

  /** Begins a pass: what is not observed before `endPass` has ended. */
  beginPass(): void {
    this.seen = new Set();
  }

  /** Reads one process that was listed in `cgroup`. Does nothing if it is gone, or was read already. */
  observe(pid: number, cgroup: CgroupReading): void {
    // A process that moves during the pass may be listed twice.
    if (this.seen.has(pid)) return;
    const stat = this.readStat(pid);
    if (!stat) return;
    this.seen.add(pid);
    const known = this.byPid.get(pid);
    if (known?.starttimeTicks === stat.starttimeTicks) this.update(known, stat, cgroup);
    else this.byPid.set(pid, this.discover(stat, cgroup));
  }

  /** The processes of this pass; forgets those that ended. */
  endPass(): ProcessReading[] {
    for (const [pid, process] of this.byPid) {
      if (this.seen.has(pid)) continue;
      // Zombies leave cgroup.procs before their parent waits for them.
      const stat = this.readStat(pid);
      if (stat?.starttimeTicks === process.starttimeTicks) {
        this.update(process, stat, process.cgroup);
      } else {
        this.byPid.delete(pid);
      }
    }
    this.readDetails();
    return [...this.byPid.values()];
  }

  get(pid: number): ProcessReading | undefined {
    return this.byPid.get(pid);
  }

  private readStat(pid: number): PidStat | undefined {
    const path = `${this.procfs}/${pid}/stat`;
    const bytes = this.files.read('pid_stat', path);
    return typeof bytes === 'string' ? undefined : parsePidStat(bytes, path);
  }

  private discover(stat: PidStat, cgroup: CgroupReading): ProcessReading {
    const process: ProcessReading = {
      pid: stat.pid,
      starttimeTicks: stat.starttimeTicks,
      kernelThread: (stat.flags & pfKthread) !== 0,
      ppid: stat.ppid,
      comm: stat.comm,
      cmdline: [],
      execs: 0,
      forkNoExec: (stat.flags & pfForkNoExec) !== 0,
      utimeTicks: stat.utimeTicks,
      stimeTicks: stat.stimeTicks,
      cutimeTicks: stat.cutimeTicks,
      cstimeTicks: stat.cstimeTicks,
      numThreads: stat.numThreads,
      threads: new Map(),
      threadsReadable: true,
      cgroup,
    };
    if (!process.kernelThread) {
      this.unnamedProcesses.add(process);
      this.movedProcesses.add(process);
    }
    return process;
  }

  private update(process: ProcessReading, stat: PidStat, cgroup: CgroupReading): void {
    const forkNoExec = (stat.flags & pfForkNoExec) !== 0;
    const execed = stat.comm !== process.comm || (process.forkNoExec && !forkNoExec);
    const moved =
      stat.utimeTicks !== process.utimeTicks ||
      stat.stimeTicks !== process.stimeTicks ||
      stat.numThreads !== process.numThreads;
    process.cgroup = cgroup;
    process.ppid = stat.ppid;
    process.comm = stat.comm;
    process.forkNoExec = forkNoExec;
    process.utimeTicks = stat.utimeTicks;
    process.stimeTicks = stat.stimeTicks;
    process.cutimeTicks = stat.cutimeTicks;
    process.cstimeTicks = stat.cstimeTicks;
    process.numThreads = stat.numThreads;
    if (process.kernelThread) return;
    if (execed) {
      process.execs += 1;
      this.unnamedProcesses.add(process);
    }
    if (moved || execed) this.movedProcesses.add(process);
  }

  /**
   * Arguments and threads, which may take long: after all times and usages were read, so that nothing
   * which a process uses meanwhile is missing from its own time and yet in its cgroup's.
   */
  private readDetails(): void {
    for (const process of this.unnamedProcesses) this.readCmdline(process);
    for (const process of this.movedProcesses) readThreads(this.files, this.procfs, process);
    this.unnamedProcesses.clear();
    this.movedProcesses.clear();
  }

  private readCmdline(process: ProcessReading): void {
    const bytes = this.files.read('pid_cmdline', `${this.procfs}/${process.pid}/cmdline`);
    if (typeof bytes !== 'string') process.cmdline = parseCmdline(bytes);
  }
}
