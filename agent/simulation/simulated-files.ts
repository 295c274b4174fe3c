import type {
  Absence,
  KernelFileKind,
  KernelFiles,
  KeptFile,
  ReadCounts,
} from '../kernel-files/kernel-files';
import { pfForkNoExec, pfKthread } from '../procfs/pid-stat';
import {
  ownUsec,
  type SimulatedCgroup,
  type SimulatedKernel,
  type SimulatedProcess,
} from './simulated-kernel';

const ticks = (usec: number) => Math.floor(usec / 10_000);
/** The kernel splits a time into user and system, and rounds both down. */
const userShare = 0.6;

/** The files of a simulated kernel: `/proc` and, below `/cgroup`, its cgroup v2 hierarchy. */
export class SimulatedFiles implements KernelFiles {
  readonly counts: ReadCounts = new Map();
  bytes: Buffer = Buffer.alloc(0);

  constructor(private readonly kernel: SimulatedKernel) {}

  read(_kind: KernelFileKind, path: string): Buffer | Absence {
    const text = path.startsWith('/cgroup') ? this.cgroupFile(path) : this.procFile(path);
    return text === undefined ? 'gone' : Buffer.from(text);
  }

  list(_kind: KernelFileKind, path: string): string[] | Absence {
    if (path.startsWith('/cgroup')) {
      const cgroup = this.cgroup(path.slice('/cgroup'.length));
      return cgroup ? [...cgroup.children.keys()] : 'gone';
    }
    const task = /^\/proc\/(\d+)\/task$/.exec(path);
    if (task) {
      const process = this.kernel.processes.get(Number(task[1]));
      return process ? [...process.threads.keys()].map(String) : 'gone';
    }
    return ['self', 'sys', ...[...this.kernel.processes.keys()].map(String)];
  }

  keep(kind: KernelFileKind, path: string): KeptFile {
    let first: unknown;
    const read = () => {
      // A descriptor means what it meant when it was opened.
      const now = this.ownerOf(path);
      first ??= now;
      if (now !== first) return 'gone';
      const bytes = this.read(kind, path);
      if (typeof bytes === 'string') return bytes;
      this.bytes = bytes;
      return bytes.length;
    };
    return { path, read, readSeldom: read, close: () => undefined };
  }

  linkCount(_kind: KernelFileKind, path: string): number | Absence {
    const cgroup = this.cgroup(path.slice('/cgroup'.length));
    return cgroup ? 2 + cgroup.children.size : 'gone';
  }

  entryCount(): number | Absence {
    return 'gone';
  }

  beginPass(): void {
    // Nothing to give back.
  }

  /** The process, thread or cgroup that a path is a file of; `undefined` where there is none. */
  private ownerOf(path: string): unknown {
    if (path.startsWith('/cgroup')) {
      return this.cgroup(path.slice('/cgroup'.length).replace(/\/[^/]*$/, ''));
    }
    const [, pid, tid] = /^\/proc\/(\d+)(?:\/task\/(\d+))?\//.exec(path) ?? [];
    if (pid === undefined) return this.kernel;
    const process = this.kernel.processes.get(Number(pid));
    return tid === undefined ? process : process?.threads.get(Number(tid));
  }

  private procFile(path: string): string | undefined {
    if (path === '/proc/stat') return this.stat();
    if (path === '/proc/loadavg') return `0.00 0.00 0.00 1/${this.kernel.threadCount} 1\n`;
    const more = /^\/proc\/(\d+)\/(?:task\/(\d+)\/)?(io|status)$/.exec(path);
    if (more) return this.moreOf(Number(more[1]), more[2], more[3]);
    const [, pid, file, tid] =
      /^\/proc\/(\d+)\/(stat|schedstat|cmdline|task\/(\d+)\/stat)$/.exec(path) ?? [];
    const process = this.kernel.processes.get(Number(pid));
    if (!process) return undefined;
    if (file === 'cmdline')
      return process.kernelThread || process.zombie ? '' : `/bin/${process.comm}\0`;
    if (file === 'stat') return processStat(process);
    if (file === 'schedstat') return `${1000 * ownUsec(process)} 0 1\n`;
    const thread = process.threads.get(Number(tid));
    return (
      thread && statLine(process, thread.tid, thread.comm, thread.usec, 0, thread.starttimeTicks)
    );
  }

  /** What a process or thread counts beside its time: here all of it rises with it. */
  private moreOf(pid: number, tid: string | undefined, file?: string): string | undefined {
    const process = this.kernel.processes.get(pid);
    const usec =
      tid === undefined ? process && ownUsec(process) : process?.threads.get(Number(tid))?.usec;
    if (usec === undefined) return undefined;
    return file === 'io'
      ? `rchar: 0\nread_bytes: ${2 * usec}\nwrite_bytes: ${usec}\n`
      : `Name:\tx\nvoluntary_ctxt_switches:\t${usec}\nnonvoluntary_ctxt_switches:\t0\n`;
  }

  private cgroupFile(path: string): string | undefined {
    const [, folder = '', file] = /^\/cgroup(.*)\/(cpu\.stat|cgroup\.procs)$/.exec(path) ?? [];
    const cgroup = this.cgroup(folder);
    if (!cgroup) return undefined;
    if (file === 'cpu.stat') return `usage_usec ${cgroup.usageUsec}\nuser_usec 0\nsystem_usec 0\n`;
    return [...this.kernel.processes.values()]
      .filter((process) => process.cgroup === cgroup && !process.zombie)
      .map(({ pid }) => `${pid}\n`)
      .join('');
  }

  private cgroup(path: string): SimulatedCgroup | undefined {
    let at: SimulatedCgroup | undefined = this.kernel.root;
    for (const name of path.split('/').slice(1)) at = at?.children.get(name);
    return at;
  }

  private stat(): string {
    const { nowUsec, busyUsec, softirqUsec, cpus } = this.kernel;
    let text = '';
    for (let cpu = 0; cpu < cpus; cpu++) {
      const idleUsec = nowUsec - (cpu === 0 ? busyUsec : 0);
      const softirq = cpu === 0 ? ticks(softirqUsec) : 0;
      text += `cpu${cpu} 0 0 0 ${ticks(idleUsec)} 0 0 ${softirq} 0 0 0\n`;
    }
    return text;
  }
}

function processStat(process: SimulatedProcess): string {
  const { pid, comm, childrenUsec, starttimeTicks } = process;
  return statLine(process, pid, comm, ownUsec(process), childrenUsec, starttimeTicks);
}

function statLine(
  process: SimulatedProcess,
  id: number,
  comm: string,
  usec: number,
  childrenUsec: number,
  starttimeTicks: number,
): string {
  const { kernelThread, forkNoExec, zombie, ppid, threads } = process;
  const flags = (kernelThread ? pfKthread : 0) | (forkNoExec ? pfForkNoExec : 0);
  const user = Math.floor(usec * userShare);
  const times = [user, usec - user, childrenUsec, 0].map(ticks).join(' ');
  const state = zombie ? 'Z' : 'S';
  return `${id} (${comm}) ${state} ${ppid} 0 0 0 -1 ${flags} 0 0 0 0 ${times} 20 0 ${threads.size} 0 ${starttimeTicks} 0 0\n`;
}
