import { KernelFileError } from '../kernel-files/kernel-files';
import { wholeNumberAt } from '../kernel-files/whole-number';

const key = Buffer.from('usage_usec ');
const newline = 0x0a;

/**
 * `usage_usec` in the first `length` bytes of a cgroup's `cpu.stat`: the exact run time in microseconds of
 * all tasks that were ever in it or below, see cgroups(7) and cgroup-v2.rst. (The split into user and
 * system beside it is an estimate.)
 */
export function parseUsageUsec(bytes: Buffer, length: number, path: string): number {
  for (let start = 0; start < length;) {
    let i = 0;
    while (i < key.length && bytes[start + i] === key[i]) i++;
    if (i === key.length) {
      const usageUsec = wholeNumberAt(bytes, start + i, length);
      if (usageUsec !== undefined) return usageUsec;
    }
    while (start < length && bytes[start] !== newline) start++;
    start++;
  }
  throw noUsage(path);
}

function noUsage(path: string): KernelFileError {
  return new KernelFileError(path, 'expected a line "usage_usec N", found none');
}
