import { KernelFileError } from '../kernel-files/kernel-files';
import { numberAfter } from './number-after';

/**
 * How much of the swap space is in use, from `/proc/meminfo`, in bytes: with 0 no process has anything there.
 * @throws KernelFileError for a text of another form
 */
export function parseSwapUsedBytes(bytes: Buffer, path: string): number {
  const totalKib = numberAfter(bytes, bytes.length, '\nSwapTotal:');
  const freeKib = numberAfter(bytes, bytes.length, '\nSwapFree:');
  if (totalKib === undefined || freeKib === undefined) {
    throw new KernelFileError(path, 'expected lines "SwapTotal:" and "SwapFree:", found them not');
  }
  return (totalKib - freeKib) * 1024;
}
