import { KernelFileError } from '../kernel-files/kernel-files';

/**
 * The soft limit of open files in `/proc/[pid]/limits`; Infinity for none.
 * @returns `undefined` for the empty file of a process that ended and was not waited for
 * @throws KernelFileError for a text of another form
 */
export function parseOpenFilesLimit(bytes: Buffer, path: string): number | undefined {
  if (bytes.length === 0) return undefined;
  const soft = /^Max open files {2,}(unlimited|\d{1,20}) /m.exec(bytes.toString('latin1'))?.[1];
  if (soft === undefined) {
    throw new KernelFileError(path, 'expected a line "Max open files" with a limit, found none');
  }
  return soft === 'unlimited' ? Infinity : Number(soft);
}
