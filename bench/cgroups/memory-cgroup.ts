import fs from 'node:fs';
import path from 'node:path';
import type { Cgroup } from './cgroup';

/** Where the kernel charges the memory of a program. */
export interface MemoryCgroup {
  /** The file that holds the figure, for reports. */
  readonly file: string;
  /** `cgroup.procs` to enter it; `undefined` when it is the cgroup that CPU time is charged to. */
  readonly procsFile: string | undefined;
  currentBytes(): number;
  peakBytes(): number;
  /** To be called when nobody is in it any more. */
  remove(): void;
}

/**
 * The memory controller's cgroup for a program that is to run in `cgroup`, a child of `tree`: that very
 * one where the controller is in the v2 hierarchy, else one in the v1 hierarchy, below our own.
 * @returns `undefined` when this machine has no memory controller that we may use
 */
export function memoryCgroup(tree: Cgroup, cgroup: Cgroup): MemoryCgroup | undefined {
  return version2(tree, cgroup) ?? version1(`${tree.name}-${cgroup.name}`);
}

function version2(tree: Cgroup, cgroup: Cgroup): MemoryCgroup | undefined {
  const controllers = fs.readFileSync(path.join(tree.folder, 'cgroup.controllers'), 'utf8');
  if (!controllers.trim().split(' ').includes('memory')) return undefined;
  fs.writeFileSync(path.join(tree.folder, 'cgroup.subtree_control'), '+memory');
  const read = (file: string) => readNumber(path.join(cgroup.folder, file));
  return {
    file: 'memory.current',
    procsFile: undefined,
    currentBytes: () => read('memory.current'),
    peakBytes: () => read('memory.peak'),
    remove: () => undefined,
  };
}

function version1(name: string): MemoryCgroup | undefined {
  const own = /^\d+:memory:(.*)$/m.exec(fs.readFileSync('/proc/self/cgroup', 'utf8'))?.[1];
  const mount = memoryMount(fs.readFileSync('/proc/self/mountinfo', 'utf8'));
  if (own === undefined || mount === undefined) return undefined;
  const folder = path.join(mount, own, name);
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    if (['EACCES', 'EROFS', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return undefined;
    }
    throw error;
  }
  const read = (file: string) => readNumber(path.join(folder, file));
  return {
    file: 'memory.usage_in_bytes',
    procsFile: path.join(folder, 'cgroup.procs'),
    currentBytes: () => read('memory.usage_in_bytes'),
    peakBytes: () => read('memory.max_usage_in_bytes'),
    remove: () => fs.rmdirSync(folder),
  };
}

/** Where the v1 hierarchy with the memory controller is mounted. */
function memoryMount(mountinfo: string): string | undefined {
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const [type, , options = ''] = after.split(' ');
    if (type === 'cgroup' && options.split(',').includes('memory')) return before.split(' ')[4];
  }
  return undefined;
}

function readNumber(file: string): number {
  return Number(fs.readFileSync(file, 'utf8'));
}
