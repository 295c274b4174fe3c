import { endianness } from 'node:os';
import type { KernelFiles } from '../kernel-files/kernel-files';
import { KernelFileError } from '../kernel-files/kernel-files';
import { parsePageBytes } from '../procfs/auxv';
import { parseBtime } from '../procfs/btime';

/** What does not change while the machine runs. */
export interface Machine {
  readonly pageBytes: number;
  /** Seconds since 1970. */
  readonly bootTimeSeconds: number;
}

/** Reads it once. @param procfs where the host's proc file system is mounted */
export function readMachine(files: KernelFiles, procfs: string): Machine {
  const pageBytes = read(files, '/proc/self/auxv', 'auxv', (bytes, path) =>
    parsePageBytes(bytes, endianness() === 'LE', path),
  );
  return { pageBytes, bootTimeSeconds: read(files, `${procfs}/stat`, 'stat', parseBtime) };
}

function read(
  files: KernelFiles,
  path: string,
  kind: 'auxv' | 'stat',
  parse: (bytes: Buffer, path: string) => number,
): number {
  const bytes = files.read(kind, path);
  if (typeof bytes === 'string') {
    throw new KernelFileError(path, `expected to read it at start, found it ${bytes}`);
  }
  return parse(bytes, path);
}
