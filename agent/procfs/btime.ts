import { KernelFileError } from '../kernel-files/kernel-files';

/** The line `btime` of `/proc/stat`, see proc_stat(5): when the machine started, in seconds since 1970. */
export function parseBtime(bytes: Buffer, path: string): number {
  const digits = /^btime (\d{1,12})$/m.exec(bytes.toString('latin1'))?.[1];
  if (digits === undefined)
    throw new KernelFileError(path, 'expected a line "btime …", found none');
  return Number(digits);
}
