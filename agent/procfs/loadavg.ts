import { excerpt, KernelFileError } from '../kernel-files/kernel-files';
import { numberAfter } from './number-after';

/**
 * How many threads there are on the machine, kernel threads and zombies included: what stands behind the
 * slash in `/proc/loadavg`, see proc_loadavg(5).
 */
export function parseThreadCount(bytes: Buffer, path: string): number {
  const threads = numberAfter(bytes, bytes.length, '/');
  if (threads !== undefined) return threads;
  throw new KernelFileError(
    path,
    `expected "… running/threads pid", found ${excerpt(bytes, bytes.length)}`,
  );
}
