import { KernelFileError } from '../kernel-files/kernel-files';

/**
 * What we use of `/proc/[pid]/stat` and `/proc/[pid]/task/[tid]/stat`, see proc_pid_stat(5).
 * Times are in ticks of USER_HZ.
 */
export interface PidStat {
  pid: number;
  comm: string;
  state: string;
  ppid: number;
  flags: number;
  utimeTicks: number;
  stimeTicks: number;
  /** Of children that ended and were waited for, theirs included. */
  cutimeTicks: number;
  cstimeTicks: number;
  numThreads: number;
  /** Since boot. With the pid it identifies a process: the kernel reuses pids. */
  starttimeTicks: number;
}

/** Bits of `flags`, see include/linux/sched.h of the kernel. */
export const pfForkNoExec = 0x40;
export const pfKthread = 0x200000;

const space = 0x20;
const minus = 0x2d;
const zero = 0x30;

/** Field numbers of proc_pid_stat(5), counted from `state` (3) as 0. */
const ppidField = 1;
const flagsField = 6;
const utimeField = 11;
const stimeField = 12;
const cutimeField = 13;
const cstimeField = 14;
const numThreadsField = 17;
const starttimeField = 19;

/**
 * Parses the bytes of a stat file.
 * @param path only for the message of the `KernelFileError` that a text of another form throws.
 */
export function parsePidStat(bytes: Buffer, path: string): PidStat {
  const open = bytes.indexOf(0x28);
  // comm may contain ") (" and newlines: only the last ')' closes it.
  const close = bytes.lastIndexOf(0x29);
  if (open < 2 || close < open || bytes[close + 1] !== space) {
    throw new KernelFileError(path, `expected "pid (comm) state …", found ${excerpt(bytes)}`);
  }
  const fields: number[] = [];
  let at = close + 4;
  for (let field = 1; field <= starttimeField; field++) {
    let value = 0;
    let digits = 0;
    let negative = false;
    if (bytes[at] === minus) {
      negative = true;
      at++;
    }
    for (; at < bytes.length; at++, digits++) {
      const digit = (bytes[at] ?? 0) - zero;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (digits === 0) {
      throw new KernelFileError(path, `field ${field + 3} is not a number in ${excerpt(bytes)}`);
    }
    fields[field] = negative ? -value : value;
    at++;
  }
  const number = (field: number) => fields[field] ?? 0;
  return {
    pid: Number(bytes.toString('latin1', 0, open - 1)),
    comm: bytes.toString('utf8', open + 1, close),
    state: String.fromCharCode(bytes[close + 2] ?? 0),
    ppid: number(ppidField),
    flags: number(flagsField),
    utimeTicks: number(utimeField),
    stimeTicks: number(stimeField),
    cutimeTicks: number(cutimeField),
    cstimeTicks: number(cstimeField),
    numThreads: number(numThreadsField),
    starttimeTicks: number(starttimeField),
  };
}

function excerpt(bytes: Buffer): string {
  return JSON.stringify(bytes.toString('utf8', 0, 80));
}
