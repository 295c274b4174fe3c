import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 10_000;

/** A cgroup of our own making. */
export class Cgroup {
  readonly name: string;
  /** Where a process writes 0 or its pid to move in. */
  readonly procsFile: string;

  private constructor(readonly folder: string) {
    this.name = path.basename(folder);
    this.procsFile = path.join(folder, 'cgroup.procs');
  }

  /** Makes a cgroup below a folder of the hierarchy. */
  static make(parent: string, name: string): Cgroup {
    const folder = path.join(parent, name);
    fs.mkdirSync(folder);
    return new Cgroup(folder);
  }

  /** Makes a cgroup inside this one; `a/b` makes both. */
  make(name: string): Cgroup {
    const folder = path.join(this.folder, name);
    fs.mkdirSync(folder, { recursive: true });
    return new Cgroup(folder);
  }

  /** Moves a process in, from wherever it is. */
  enter(pid: number): void {
    fs.writeFileSync(this.procsFile, String(pid));
  }

  exists(): boolean {
    return fs.existsSync(this.folder);
  }

  /** The kernel's own account: microseconds that tasks ever used in it and below. */
  usageUsec(): number {
    return this.cpuStat('usage_usec');
  }

  /** The part of it that the kernel took for its own: sampled at ticks. */
  systemUsec(): number {
    return this.cpuStat('system_usec');
  }

  private cpuStat(key: string): number {
    const stat = fs.readFileSync(path.join(this.folder, 'cpu.stat'), 'utf8');
    return Number(new RegExp(`^${key} (\\d+)$`, 'm').exec(stat)?.[1]);
  }

  /** Lets threads of one process be in different cgroups below, see cgroups(7). */
  becomeThreaded(): void {
    fs.writeFileSync(path.join(this.folder, 'cgroup.type'), 'threaded');
  }

  /** Ends every process in it and below, and removes it all. */
  async remove(): Promise<void> {
    await removeTree(this.folder);
  }
}

/** Ends every process in a cgroup and below, and removes it all, deepest first. */
export async function removeTree(folder: string): Promise<void> {
  if (!fs.existsSync(folder)) return;
  const end = performance.now() + patienceMs;
  for (;;) {
    const folders = foldersBelow(folder);
    for (const one of folders) killAll(one);
    try {
      for (const one of folders) fs.rmdirSync(one);
      return;
    } catch (error) {
      // The kernel needs a moment to take dying tasks out.
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EBUSY' || performance.now() > end) throw error;
      await sleep(20);
    }
  }
}

/** Children before their parents, the folder itself last. */
function foldersBelow(folder: string): string[] {
  const children = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => foldersBelow(path.join(folder, entry.name)));
  return [...children, folder];
}

function killAll(folder: string): void {
  for (const pid of pidsIn(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

function pidsIn(folder: string): number[] {
  try {
    const text = fs.readFileSync(path.join(folder, 'cgroup.procs'), 'utf8');
    return text.split('\n').filter(Boolean).map(Number);
  } catch (error) {
    // Threaded cgroups refuse: their processes are listed above. EOPNOTSUPP is ENOTSUP to Node.js.
    if ((error as NodeJS.ErrnoException).code === 'ENOTSUP') return [];
    throw error;
  }
}
