import fs from 'node:fs';
import path from 'node:path';

/** What a machine must allow for a crowd to fit on it. */
interface Limit {
  readonly file: string;
  readonly setting: string;
}

const limits: readonly Limit[] = [
  { file: '/proc/sys/kernel/pid_max', setting: 'kernel.pid_max' },
  { file: '/proc/sys/kernel/threads-max', setting: 'kernel.threads-max' },
];

/** Room for the machine's own processes, and for those of the bench. */
const reserve = 1000;

/**
 * Why a crowd does not fit on this machine, in one sentence; `undefined` if it does.
 * @param threads of the crowd in all
 * @param read answers the content of a file, or `undefined` when it is not there
 */
export function whatForbids(
  threads: number,
  read: (file: string) => string | undefined = readIfThere,
): string | undefined {
  const needed = threads + reserve;
  const all = [...limits, ...pidsLimits(read)];
  for (const { file, setting } of all) {
    const allowed = Number(read(file)?.trim());
    // `max`, and files that are not there, forbid nothing.
    if (allowed < needed) {
      return `This machine cannot run ${threads} threads: ${setting} is ${allowed}, and ${needed} are needed (${file}).`;
    }
  }
  return undefined;
}

/** The pids controller of the cgroup that we are in, and of those above; v2 and v1. */
function pidsLimits(read: (file: string) => string | undefined): Limit[] {
  const found: Limit[] = [];
  for (const line of (read('/proc/self/cgroup') ?? '').split('\n')) {
    const [, controllers, below] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (controllers !== '' && controllers !== 'pids') continue;
    const mount = controllers === 'pids' ? '/sys/fs/cgroup/pids' : '/sys/fs/cgroup';
    for (let folder = below ?? '/'; ; folder = path.dirname(folder)) {
      found.push({ file: path.join(mount, folder, 'pids.max'), setting: 'pids.max' });
      if (folder === '/') break;
    }
  }
  return found;
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
