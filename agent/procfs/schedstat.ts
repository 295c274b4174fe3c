import { excerpt, KernelFileError } from '../kernel-files/kernel-files';
import { wholeNumberAt } from '../kernel-files/whole-number';

/**
 * The first number in the first `length` bytes of `/proc/[pid]/schedstat`: nanoseconds that its first thread
 * ran. 0 where the kernel keeps no such statistics. See sched-stats.rst of the kernel.
 */
export function parseRunTimeNs(bytes: Buffer, length: number, path: string): number {
  const runTimeNs = wholeNumberAt(bytes, 0, length);
  if (runTimeNs !== undefined) return runTimeNs;
  throw new KernelFileError(path, `expected the time that it ran, found ${excerpt(bytes, length)}`);
}
