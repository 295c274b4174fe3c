import { KernelFileError } from '../kernel-files/kernel-files';
import { numberAfter } from './number-after';

/**
 * How many threads there are on the machine, kernel threads and zombies included: what stands behind the
 * slash in `/proc/loadavg`, see proc_loadavg(5).
 */
export function parseThreadCount(bytes: Buffer, path: string): number {
  const threads = numberAfter(bytes, bytes.length, '/');
  if (threads !== undefined) return threads;
  const found = JSON.stringify(bytes.toString('latin1', 0, 80));
  throw new KernelFileError(path, `expected "… running/threads pid", found ${found}`);
}
