import { KernelFileError } from '../kernel-files/kernel-files';

/** The effective one of the four numbers of the line `Uid` of `/proc/[pid]/status`, see proc_pid_status(5). */
export function parseEffectiveUid(bytes: Buffer, path: string): number {
  // The name, in the first line, has its newlines escaped: it cannot pretend to be this one.
  const digits = /^Uid:\t\d+\t(\d{1,10})\t/m.exec(bytes.toString('latin1'))?.[1];
  if (digits === undefined) {
    throw new KernelFileError(path, 'expected a line "Uid:" with four numbers, found none');
  }
  return Number(digits);
}
