import type { AccountingMode } from '../../metrics/agent';
import { type KernelFiles, KernelFileError } from '../kernel-files/kernel-files';
import { parsePidStat, pfKthread } from '../procfs/pid-stat';
import { parseStat } from '../procfs/stat';
import { findCgroupRoot } from './cgroup-root';
import { CgroupTree } from './cgroup-tree';
import { type CgroupReading, type Observation, rootReading } from './observation';
import { ProcessTable } from './process-table';

/** Where the host's kernel files are mounted. */
export interface Mounts {
  procfs: string;
  /** Where to find the cgroup v2 hierarchy; `undefined` means wherever mountinfo says. */
  cgroupRoot: string | undefined;
}

/** Looks at the node, pass by pass, and keeps the identity of processes, threads and cgroups between them. */
export class Observer {
  private readonly processes: ProcessTable;
  private readonly cgroups: CgroupTree | undefined;
  private readonly mode: AccountingMode;
  private readonly selfPid: number | undefined;

  constructor(
    private readonly files: KernelFiles,
    private readonly mounts: Mounts,
    private readonly monotonicMs: () => number,
  ) {
    this.processes = new ProcessTable(files, mounts.procfs);
    const hostProcessesInView = this.seesHostProcesses();
    const { procfs, cgroupRoot: given } = mounts;
    const cgroupRoot = findCgroupRoot(files, procfs, given, hostProcessesInView);
    this.cgroups = cgroupRoot === undefined ? undefined : new CgroupTree(files, cgroupRoot);
    if (!this.cgroups) this.mode = 'process-only';
    else this.mode = hostProcessesInView ? 'cgroup2' : 'cgroups-only';
    this.selfPid = this.readSelfPid();
  }

  observe(): Observation {
    // Before everything else: what runs during the pass is then found next time, and is never taken for
    // time that nobody used.
    const atMs = this.monotonicMs();
    const cpus = this.readCpus();
    this.processes.beginPass();
    const root = this.cgroups ? this.walkCgroups(this.cgroups) : this.listProcesses();
    const processes = this.processes.endPass();
    const self = this.selfPid === undefined ? undefined : this.processes.get(this.selfPid);
    return { atMs, cpus, root, processes, self, mode: this.mode };
  }

  private walkCgroups(cgroups: CgroupTree): CgroupReading {
    if (this.mode === 'cgroups-only') cgroups.walkUsage();
    else {
      cgroups.walk((pid, cgroup) => {
        this.processes.observe(pid, cgroup);
      });
    }
    return cgroups.root;
  }

  private readonly withoutCgroups = rootReading();

  private listProcesses(): CgroupReading {
    const names = this.files.list('proc_directory', this.mounts.procfs);
    if (typeof names === 'string') {
      throw new KernelFileError(
        this.mounts.procfs,
        `expected the proc file system, found it ${names}`,
      );
    }
    for (const name of names) {
      if (/^\d+$/.test(name)) this.processes.observe(Number(name), this.withoutCgroups);
    }
    return this.withoutCgroups;
  }

  private readCpus() {
    const path = `${this.mounts.procfs}/stat`;
    const bytes = this.files.read('stat', path);
    if (typeof bytes === 'string') {
      throw new KernelFileError(
        path,
        `expected the CPU times of the node, found the file ${bytes}`,
      );
    }
    return parseStat(bytes, path);
  }

  /** Kernel threads are in the initial PID namespace alone, and pid 2 is their parent, kthreadd. */
  private seesHostProcesses(): boolean {
    const path = `${this.mounts.procfs}/2/stat`;
    const bytes = this.files.read('pid_stat', path);
    return typeof bytes !== 'string' && (parsePidStat(bytes, path).flags & pfKthread) !== 0;
  }

  /** Our pid as the mounted proc file system counts it, which need not be our own PID namespace's. */
  private readSelfPid(): number | undefined {
    const path = `${this.mounts.procfs}/self/stat`;
    const bytes = this.files.read('pid_stat', path);
    return typeof bytes === 'string' ? undefined : parsePidStat(bytes, path).pid;
  }
}
