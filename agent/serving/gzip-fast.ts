import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** Compresses an exposition at level 1: docs/decisions/ has the figures. On a thread, not on the event loop. */
export function gzipFast(text: Buffer): Promise<Buffer> {
  return compress(text, { level: 1 });
}
