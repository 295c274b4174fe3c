import { KernelFileError } from '../kernel-files/kernel-files';
import { numberAfter } from './number-after';

/** The effective one of the four numbers of the line `Uid` of `/proc/[pid]/status`, see proc_pid_status(5). */
export function parseEffectiveUid(bytes: Buffer, path: string): number {
  // The name, in the first line, has its newlines escaped: it cannot pretend to be this one.
  const digits = /^Uid:\t\d+\t(\d{1,10})\t/m.exec(bytes.toString('latin1'))?.[1];
  if (digits === undefined) {
    throw new KernelFileError(path, 'expected a line "Uid:" with four numbers, found none');
  }
  return Number(digits);
}

/** How often a thread left the CPU since its birth: because it waited, or because others had their turn. */
export interface ContextSwitches {
  readonly voluntary: number;
  readonly nonvoluntary: number;
}

/**
 * Of the one thread that a status file is about, its process's first one in `/proc/[pid]/status`.
 * @throws KernelFileError for a text of another form
 */
export function parseContextSwitches(bytes: Buffer, path: string): ContextSwitches {
  const voluntary = numberAfter(bytes, bytes.length, '\nvoluntary_ctxt_switches:');
  const nonvoluntary = numberAfter(bytes, bytes.length, '\nnonvoluntary_ctxt_switches:');
  if (voluntary === undefined || nonvoluntary === undefined) {
    throw new KernelFileError(
      path,
      'expected lines "voluntary_ctxt_switches:" and "nonvoluntary_ctxt_switches:", found them not',
    );
  }
  return { voluntary, nonvoluntary };
}

/** What a process has in swap space, shared memory left out, in bytes; 0 for what has no memory of its own. */
export function parseSwapBytes(bytes: Buffer): number {
  return (numberAfter(bytes, bytes.length, '\nVmSwap:') ?? 0) * 1024;
}
