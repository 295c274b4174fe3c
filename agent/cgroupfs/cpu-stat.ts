import { KernelFileError } from '../kernel-files/kernel-files';

const usageLine = Buffer.from('usage_usec ');

/**
 * Parses `usage_usec` of a cgroup's `cpu.stat`: the exact run time in microseconds of all tasks that
 * were ever in it or below, see cgroups(7) and cgroup-v2.rst. (The split into user and system beside
 * it is an estimate.)
 */
export function parseUsageUsec(bytes: Buffer, path: string): number {
  const start = bytes.indexOf(usageLine);
  const digits =
    start < 0 ? '' : (/^\d+/.exec(bytes.toString('latin1', start + 11, start + 32))?.[0] ?? '');
  if (digits === '') throw new KernelFileError(path, 'expected a line "usage_usec N", found none');
  return Number(digits);
}
