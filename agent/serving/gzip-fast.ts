import { gzipSync } from 'node:zlib';

/** Room for what an exposition becomes: it is compressed in one go, and not in pieces of 16 KiB. */
const chunkSize = 64 * 1024;

/**
 * Compresses an exposition at level 1. At once and not on another thread: that takes a millisecond or two,
 * and handing it over a third more. `docs/decisions/` has the figures.
 */
export function gzipFast(text: Buffer): Buffer {
  return gzipSync(text, { level: 1, chunkSize });
}
