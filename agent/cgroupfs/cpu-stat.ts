import { KernelFileError } from '../kernel-files/kernel-files';

const key = Buffer.from('usage_usec ');
const newline = 0x0a;
const zero = 0x30;

/**
 * `usage_usec` in the first `length` bytes of a cgroup's `cpu.stat`: the exact run time in microseconds of
 * all tasks that were ever in it or below, see cgroups(7) and cgroup-v2.rst. (The split into user and
 * system beside it is an estimate.)
 */
export function parseUsageUsec(bytes: Buffer, length: number, path: string): number {
  for (let start = 0; start < length;) {
    let i = 0;
    while (i < key.length && bytes[start + i] === key[i]) i++;
    if (i === key.length) return numberAt(bytes, start + i, length, path);
    while (start < length && bytes[start] !== newline) start++;
    start++;
  }
  throw noUsage(path);
}

function numberAt(bytes: Buffer, start: number, length: number, path: string): number {
  let value = 0;
  let i = start;
  for (; i < length; i++) {
    const digit = (bytes[i] ?? 0) - zero;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (i === start) throw noUsage(path);
  return value;
}

function noUsage(path: string): KernelFileError {
  return new KernelFileError(path, 'expected a line "usage_usec N", found none');
}
