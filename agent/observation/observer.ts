import type { AccountingMode } from '../../metrics/agent';
import { type KernelFiles, KernelFileError, type KeptFile } from '../kernel-files/kernel-files';
import { parsePidStat, pfKthread } from '../procfs/pid-stat';
import { type CpuTimes, parseStat } from '../procfs/stat';
import { findCgroupRoot } from './cgroup-root';
import { cgroupNode } from './cgroup-node';
import { CgroupTree } from './cgroup-tree';
import {
  type CgroupReading,
  fullPassEveryMs,
  type Observation,
  type ProcessReading,
} from './observation';
import { ProcessTable } from './process-table';

/** Where the host's kernel files are mounted, and what of them is wanted. */
export interface ObserverOptions {
  procfs: string;
  /** Where to find the cgroup v2 hierarchy; `undefined` means wherever mountinfo says. */
  cgroupRoot: string | undefined;
  /** False: threads are not read. */
  threads?: boolean;
}

/** Scrapes come some milliseconds early or late: of four in a minute one is to be full, not one of three. */
const latenessMs = 1000;

/** Looks at the node, pass by pass, and keeps the identity of processes, threads and cgroups between them. */
export class Observer {
  private readonly processes: ProcessTable;
  private readonly cgroups: CgroupTree | undefined;
  /** Of the cgroups; without any, the one in which all processes are. */
  private readonly root: CgroupReading;
  private readonly mode: AccountingMode;
  private readonly selfPid: number | undefined;
  private readonly statFile: KeptFile;
  private pass = 0;
  private full = true;
  private cpus: readonly CpuTimes[] = [];
  private atMs = -Infinity;
  private fullAtMs = -Infinity;
  private foundDead: readonly ProcessReading[] = [];

  constructor(
    private readonly files: KernelFiles,
    private readonly options: ObserverOptions,
    private readonly monotonicMs: () => number,
  ) {
    const { procfs, cgroupRoot: given, threads = true } = options;
    this.processes = new ProcessTable(files, procfs, threads);
    this.statFile = files.keep('stat', `${procfs}/stat`);
    const hostProcessesInView = this.seesHostProcesses();
    const cgroupRoot = findCgroupRoot(files, procfs, given, hostProcessesInView);
    this.cgroups = cgroupRoot === undefined ? undefined : new CgroupTree(files, cgroupRoot);
    this.root = this.cgroups?.root ?? cgroupNode(files, '');
    if (!this.cgroups) this.mode = 'process-only';
    else this.mode = hostProcessesInView ? 'cgroup2' : 'cgroups-only';
    this.selfPid = this.readSelfPid();
  }

  /** The next pass reads everything, however soon it comes. */
  readEverything(): void {
    this.fullAtMs = -Infinity;
  }

  /** A whole pass at once. */
  observe(): Observation {
    this.readTimes();
    return this.readDetails();
  }

  /** The first half of a pass: everything that tells who used CPU time. */
  readTimes(): void {
    this.files.beginPass();
    this.pass += 1;
    // Before everything else: what runs during the pass is then found next time, and is never taken for
    // time that nobody used.
    const atMs = this.monotonicMs();
    this.cpus = this.readCpus();
    this.full = this.isFull(atMs);
    this.processes.beginPass(this.pass, this.full);
    const changed = this.cgroups ? this.walkCgroups(this.cgroups) : this.listProcesses();
    this.processes.rereadMissing(changed);
  }

  /**
   * The second half: arguments, threads and zombies, which take long and can wait until others had their
   * turn. What is used meanwhile is found next time.
   */
  readDetails(): Observation {
    const { atMs, pass, full, cpus, root, mode } = this;
    this.processes.readDetails();
    if (full && mode !== 'cgroups-only') this.foundDead = this.processes.findDead(root);
    return {
      atMs,
      pass,
      full,
      cpus,
      root,
      processes: this.processes.byPid,
      read: this.processes.read,
      ended: this.processes.ended,
      foundDead: this.foundDead,
      self: this.selfPid === undefined ? undefined : this.processes.byPid.get(this.selfPid),
      mode,
    };
  }

  /** Whether the next pass, as far away as this one is from the last, would come too late to read everything. */
  private isFull(atMs: number): boolean {
    const nextAtMs = atMs + (atMs - this.atMs);
    const due = nextAtMs - this.fullAtMs > fullPassEveryMs + latenessMs;
    this.atMs = atMs;
    if (due) this.fullAtMs = atMs;
    return due;
  }

  /** @returns cgroups whose lists of processes may have changed */
  private walkCgroups(cgroups: CgroupTree): CgroupReading[] {
    const observe = (pid: number, cgroup: CgroupReading) => {
      this.processes.observe(pid, cgroup);
    };
    const seesProcesses = this.mode !== 'cgroups-only';
    const { entered, removed } = cgroups.walk(
      this.pass,
      this.full,
      seesProcesses ? observe : undefined,
    );
    return [...removed, ...entered];
  }

  private listProcesses(): CgroupReading[] {
    this.processes.observeAll(this.root);
    return [this.root];
  }

  private readCpus() {
    const path = `${this.options.procfs}/stat`;
    const length = this.statFile.read();
    if (typeof length === 'string') {
      throw new KernelFileError(
        path,
        `expected the CPU times of the node, found the file ${length}`,
      );
    }
    return parseStat(this.files.bytes, length, path);
  }

  /** Kernel threads are in the initial PID namespace alone, and pid 2 is their parent, kthreadd. */
  private seesHostProcesses(): boolean {
    const path = `${this.options.procfs}/2/stat`;
    const bytes = this.files.read('pid_stat', path);
    if (typeof bytes === 'string') return false;
    return (parsePidStat(bytes, bytes.length, path).flags & pfKthread) !== 0;
  }

  /** Our pid as the mounted proc file system counts it, which need not be our own PID namespace's. */
  private readSelfPid(): number | undefined {
    const path = `${this.options.procfs}/self/stat`;
    const bytes = this.files.read('pid_stat', path);
    return typeof bytes === 'string' ? undefined : parsePidStat(bytes, bytes.length, path).pid;
  }
}
