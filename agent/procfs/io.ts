import { KernelFileError } from '../kernel-files/kernel-files';
import { numberAfter } from './number-after';

/** Storage traffic since birth, see proc_pid_io(5): of a process threads that ended included, or of a thread. */
export interface IoBytes {
  readonly readBytes: number;
  readonly writeBytes: number;
}

/**
 * Parses `/proc/[pid]/io` and `/proc/[pid]/task/[tid]/io`.
 * @throws KernelFileError for a text of another form
 */
export function parseIo(bytes: Buffer, path: string): IoBytes {
  const readBytes = numberAfter(bytes, bytes.length, '\nread_bytes:');
  const writeBytes = numberAfter(bytes, bytes.length, '\nwrite_bytes:');
  if (readBytes === undefined || writeBytes === undefined) {
    throw new KernelFileError(
      path,
      'expected lines "read_bytes:" and "write_bytes:", found them not',
    );
  }
  return { readBytes, writeBytes };
}
