import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onPath } from '../../scripts/parts/on-path';

/** How often a program asked the kernel for something during one scrape, by system call. */
export type SystemCalls = Readonly<Record<string, number>>;

/** How long strace may take to say that it sits on every thread of the program. */
const attachMs = 5000;

/**
 * Counts a program's system calls while something happens, by `strace -c`. It slows the program down: what
 * it costs is to be measured at another time.
 * @returns `undefined` where there is no strace, or it may not trace here
 */
export async function systemCallsDuring(
  pid: number,
  happen: () => Promise<unknown>,
): Promise<SystemCalls | undefined> {
  const strace = onPath(['strace']);
  if (strace === undefined) return undefined;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'strace-'));
  try {
    const file = path.join(folder, 'counts');
    const child = spawn(strace, ['-f', '-c', '-o', file, '-p', String(pid)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(child, 'close');
    if (!(await attached(child.stderr))) {
      child.kill('SIGINT');
      await ended;
      return undefined;
    }
    await happen();
    child.kill('SIGINT');
    await ended;
    return parseCounts(await readFile(file, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function attached(stderr: NodeJS.ReadableStream): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), attachMs);
    const settle = (is: boolean) => {
      clearTimeout(timer);
      resolve(is);
    };
    stderr.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('attached')) settle(true);
    });
    stderr.on('end', () => settle(false));
  });
}

/** Parses the table of `strace -c`: share, seconds, usecs/call, calls, errors where there are any, name. */
export function parseCounts(text: string): SystemCalls {
  const counts: Record<string, number> = {};
  for (const line of text.split('\n')) {
    const words = line.trim().split(/\s+/);
    const [share = '', , , calls = ''] = words;
    const name = words.at(-1) ?? '';
    if (!/^[\d.]+$/.test(share) || !/^\d+$/.test(calls) || name === 'total') continue;
    counts[name] = Number(calls);
  }
  return counts;
}

/** Reads of files and lists of folders, however they were asked for. */
export function readsIn(calls: SystemCalls): number {
  const names = ['read', 'pread64', 'readv', 'preadv', 'getdents64'];
  return names.reduce((sum, name) => sum + (calls[name] ?? 0), 0);
}

export function allIn(calls: SystemCalls): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}
