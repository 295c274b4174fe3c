/** A cgroup of the simulated hierarchy. */
export interface SimulatedCgroup {
  readonly path: string;
  readonly inode: number;
  readonly parent: SimulatedCgroup | undefined;
  readonly children: Map<string, SimulatedCgroup>;
  usageUsec: number;
}

export interface SimulatedThread {
  readonly tid: number;
  readonly starttimeTicks: number;
  comm: string;
  usec: number;
}

export interface SimulatedProcess {
  readonly pid: number;
  readonly starttimeTicks: number;
  readonly kernelThread: boolean;
  ppid: number;
  comm: string;
  forkNoExec: boolean;
  zombie: boolean;
  /** Ignores SIGCHLD: its children leave without anybody taking over their times. */
  ignoresChildren: boolean;
  cgroup: SimulatedCgroup;
  readonly threads: Map<number, SimulatedThread>;
  exitedThreadsUsec: number;
  childrenUsec: number;
}

/** Called with every bit of time that a process uses: the truth to compare an account with. */
export type TruthListener = (process: SimulatedProcess, usec: number) => void;

const lastPid = 400;
const tickUsec = 10_000;

/**
 * A small kernel in memory that keeps exact times. It knows processes, threads and cgroups, reuses pids
 * soon, and lets one task run at a time on the first of its two CPUs.
 */
export class SimulatedKernel {
  readonly cpus = 2;
  readonly processes = new Map<number, SimulatedProcess>();
  readonly root: SimulatedCgroup = {
    path: '',
    inode: 1,
    parent: undefined,
    children: new Map(),
    usageUsec: 0,
  };
  /** Since boot. */
  nowUsec = 500_000_000;
  busyUsec = 0;
  softirqUsec = 0;
  onTruth: TruthListener = () => undefined;
  /** When `onAlarm` is to be called next, between two pieces of whatever happens: a scrape. */
  alarmUsec = Infinity;
  onAlarm: () => void = () => undefined;
  private previousPid = 1;
  private lastInode = 1;

  spawn(
    ppid: number,
    cgroup: SimulatedCgroup,
    comm: string,
    { kernelThread = false, forkNoExec = false } = {},
  ): SimulatedProcess {
    const pid = this.processes.size === 0 ? 1 : this.freePid();
    const process: SimulatedProcess = {
      pid,
      starttimeTicks: Math.floor(this.nowUsec / tickUsec),
      kernelThread,
      ppid,
      comm,
      forkNoExec,
      zombie: false,
      ignoresChildren: false,
      cgroup,
      threads: new Map(),
      exitedThreadsUsec: 0,
      childrenUsec: 0,
    };
    this.processes.set(pid, process);
    this.addThread(process, pid, comm);
    return process;
  }

  startThread(process: SimulatedProcess, comm: string): void {
    this.addThread(process, this.freePid(), comm);
  }

  endThread(process: SimulatedProcess, tid: number): void {
    const thread = process.threads.get(tid);
    if (!thread || tid === process.pid) return;
    process.exitedThreadsUsec += thread.usec;
    process.threads.delete(tid);
  }

  /** Replaces the program: other threads end, pid and start time stay. */
  exec(process: SimulatedProcess, comm: string): void {
    for (const tid of [...process.threads.keys()]) this.endThread(process, tid);
    process.comm = comm;
    process.forkNoExec = false;
    const main = process.threads.get(process.pid);
    if (main) main.comm = comm;
  }

  run(process: SimulatedProcess, thread: SimulatedThread, usec: number): void {
    this.pass(usec, (piece) => {
      thread.usec += piece;
      for (let cgroup = process.cgroup; cgroup.parent; cgroup = cgroup.parent) {
        cgroup.usageUsec += piece;
      }
      this.busyUsec += piece;
      this.onTruth(process, piece);
    });
  }

  interrupt(usec: number): void {
    this.pass(usec, (piece) => {
      this.busyUsec += piece;
      this.softirqUsec += piece;
    });
  }

  sleep(usec: number): void {
    this.pass(usec, () => undefined);
  }

  /** Lets time pass, in pieces that end where an alarm is due. */
  private pass(usec: number, happen: (pieceUsec: number) => void): void {
    for (let left = usec; left > 0;) {
      const piece = Math.min(left, this.alarmUsec - this.nowUsec);
      happen(piece);
      this.nowUsec += piece;
      left -= piece;
      while (this.nowUsec >= this.alarmUsec) this.onAlarm();
    }
  }

  exit(process: SimulatedProcess): void {
    for (const child of [...this.processes.values()]) {
      if (child.ppid !== process.pid) continue;
      child.ppid = 1;
      if (child.zombie) this.wait(child);
    }
    process.zombie = true;
    const parent = this.processes.get(process.ppid);
    if (!parent || parent.ignoresChildren) this.processes.delete(process.pid);
    else if (parent.pid === 1) this.wait(process);
  }

  /** The parent takes over the zombie's times, and it is gone. */
  wait(zombie: SimulatedProcess): void {
    const parent = this.processes.get(zombie.ppid);
    if (parent && !parent.ignoresChildren) {
      parent.childrenUsec += ownUsec(zombie) + zombie.childrenUsec;
    }
    this.processes.delete(zombie.pid);
  }

  makeCgroup(parent: SimulatedCgroup, name: string): SimulatedCgroup {
    const known = parent.children.get(name);
    if (known) return known;
    const path = `${parent.path}/${name}`;
    const inode = ++this.lastInode;
    const cgroup: SimulatedCgroup = { path, inode, parent, children: new Map(), usageUsec: 0 };
    parent.children.set(name, cgroup);
    return cgroup;
  }

  /** Refused while something is in it, as the kernel does. Its parent keeps what it used. */
  removeCgroup(cgroup: SimulatedCgroup): boolean {
    const name = cgroup.path.slice(cgroup.path.lastIndexOf('/') + 1);
    const busy = [...this.processes.values()].some(
      (process) => process.cgroup === cgroup && !process.zombie,
    );
    if (busy || cgroup.children.size > 0 || !cgroup.parent) return false;
    return cgroup.parent.children.delete(name);
  }

  /** Of all processes, zombies included. */
  get threadCount(): number {
    return [...this.processes.values()].reduce((sum, { threads }) => sum + threads.size, 0);
  }

  private addThread(process: SimulatedProcess, tid: number, comm: string): void {
    const starttimeTicks = Math.floor(this.nowUsec / tickUsec);
    process.threads.set(tid, { tid, starttimeTicks, comm, usec: 0 });
  }

  private freePid(): number {
    const taken = new Set<number>();
    for (const process of this.processes.values()) {
      for (const tid of process.threads.keys()) taken.add(tid);
      taken.add(process.pid);
    }
    do this.previousPid = this.previousPid >= lastPid ? 2 : this.previousPid + 1;
    while (taken.has(this.previousPid));
    return this.previousPid;
  }
}

/** What a process's own threads used, those that ended included. */
export function ownUsec(process: SimulatedProcess): number {
  return [...process.threads.values()].reduce(
    (sum, thread) => sum + thread.usec,
    process.exitedThreadsUsec,
  );
}
