import { KernelFileError } from '../kernel-files/kernel-files';
import { numberAfter } from './number-after';

/** Memory of a process in which a page that n processes share counts 1/n, in bytes. */
export interface ProportionalMemory {
  readonly residentBytes: number;
  readonly swappedBytes: number;
}

/**
 * Parses `/proc/[pid]/smaps_rollup`.
 * @throws KernelFileError for a text of another form
 */
export function parseSmapsRollup(bytes: Buffer, path: string): ProportionalMemory {
  const pssKib = numberAfter(bytes, bytes.length, '\nPss:');
  const swapPssKib = numberAfter(bytes, bytes.length, '\nSwapPss:');
  if (pssKib === undefined || swapPssKib === undefined) {
    throw new KernelFileError(path, 'expected lines "Pss:" and "SwapPss:", found them not');
  }
  return { residentBytes: pssKib * 1024, swappedBytes: swapPssKib * 1024 };
}
