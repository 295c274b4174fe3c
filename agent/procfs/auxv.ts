import { KernelFileError } from '../kernel-files/kernel-files';

/** AT_PAGESZ, see getauxval(3). */
const pageSizeType = 6n;

/**
 * The size of a page in bytes, from the auxiliary vector: pairs of native words, as `/proc/self/auxv` holds
 * them on a machine of 64 bits, little endian as every machine that OpenShift has workers on but one (s390x).
 */
export function parsePageBytes(bytes: Buffer, littleEndian: boolean, path: string): number {
  const word = (at: number) =>
    littleEndian ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at);
  for (let at = 0; at + 16 <= bytes.length; at += 16) {
    if (word(at) === pageSizeType) return Number(word(at + 8));
  }
  throw new KernelFileError(path, 'expected the size of a page (AT_PAGESZ), found none');
}
