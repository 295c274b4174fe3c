import { excerpt, KernelFileError } from '../kernel-files/kernel-files';

/**
 * What we use of `/proc/[pid]/stat` and `/proc/[pid]/task/[tid]/stat`, see proc_pid_stat(5).
 * Times are in ticks of USER_HZ.
 */
export interface PidStat {
  pid: number;
  comm: string;
  /** The letter's code, as in `'Z'.charCodeAt(0)`. */
  state: number;
  ppid: number;
  flags: number;
  /** Page faults since birth that needed no disk, those of earlier programs of the process included. */
  minflt: number;
  majflt: number;
  utimeTicks: number;
  stimeTicks: number;
  /** Of children that ended and were waited for, theirs included. */
  cutimeTicks: number;
  cstimeTicks: number;
  numThreads: number;
  /** Since boot. With the pid it identifies a process: the kernel reuses pids. */
  starttimeTicks: number;
  vsizeBytes: number;
  rssPages: number;
}

/** Bits of `flags`, see include/linux/sched.h of the kernel. */
export const pfForkNoExec = 0x40;
export const pfKthread = 0x200000;
/** `state` of a process that ended and was not waited for. */
export const stateZombie = 0x5a;

const space = 0x20;
const openParenthesis = 0x28;
const closeParenthesis = 0x29;
const minus = 0x2d;
const zero = 0x30;

// Where the parser is. It runs thousands of times a scrape, and numbers in a closure are slower.
let at = 0;
let end = 0;

/** A record to parse into: one that is used again and again leaves no garbage. */
export function emptyPidStat(): PidStat {
  return {
    pid: 0,
    comm: '',
    state: 0,
    ppid: 0,
    flags: 0,
    minflt: 0,
    majflt: 0,
    utimeTicks: 0,
    stimeTicks: 0,
    cutimeTicks: 0,
    cstimeTicks: 0,
    numThreads: 0,
    starttimeTicks: 0,
    vsizeBytes: 0,
    rssPages: 0,
  };
}

/**
 * Parses the first `length` bytes of a stat file.
 * @param path only for the message of the `KernelFileError` that a text of another form throws
 * @param knownComm the comm it had before: the same string comes back when it still has it
 * @param stat is filled and returned
 */
export function parsePidStat(
  bytes: Buffer,
  length: number,
  path: string,
  knownComm?: string,
  stat: PidStat = emptyPidStat(),
): PidStat {
  // comm may contain ") (" and newlines: only the last ')' closes it.
  let close = length - 1;
  while (close >= 0 && bytes[close] !== closeParenthesis) close--;
  end = length;
  at = 0;
  stat.pid = number(bytes);
  const open = at;
  if (bytes[open] !== openParenthesis || close < open || bytes[close + 1] !== space) {
    throw new KernelFileError(
      path,
      `expected "pid (comm) state …", found ${excerpt(bytes, length)}`,
    );
  }
  stat.comm = commOf(bytes, open + 1, close, knownComm);
  stat.state = bytes[close + 2] ?? 0;
  at = close + 4;
  stat.ppid = number(bytes);
  skip(bytes, 4);
  stat.flags = number(bytes);
  stat.minflt = number(bytes);
  skip(bytes, 1);
  stat.majflt = number(bytes);
  skip(bytes, 1);
  stat.utimeTicks = number(bytes);
  stat.stimeTicks = number(bytes);
  stat.cutimeTicks = number(bytes);
  stat.cstimeTicks = number(bytes);
  skip(bytes, 2);
  stat.numThreads = number(bytes);
  skip(bytes, 1);
  stat.starttimeTicks = number(bytes);
  stat.vsizeBytes = number(bytes);
  stat.rssPages = number(bytes);
  if (Number.isNaN(stat.rssPages)) {
    throw new KernelFileError(
      path,
      `expected 24 fields of numbers, found ${excerpt(bytes, length)}`,
    );
  }
  return stat;
}

/** The number here, and on to what follows the blank behind it; NaN for all that follow what is none. */
function number(bytes: Buffer): number {
  let i = at;
  const negative = bytes[i] === minus;
  if (negative) i++;
  const start = i;
  let value = 0;
  for (; i < end; i++) {
    const digit = (bytes[i] ?? 0) - zero;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (i === start) {
    at = end = 0;
    return NaN;
  }
  at = i + 1;
  return negative ? -value : value;
}

function skip(bytes: Buffer, fields: number): void {
  let i = at;
  for (let left = fields; left > 0 && i < end; i++) if (bytes[i] === space) left--;
  at = i;
}

function commOf(bytes: Buffer, start: number, close: number, known: string | undefined): string {
  if (known?.length === close - start) {
    let i = 0;
    while (i < known.length && known.charCodeAt(i) === bytes[start + i]) i++;
    // Equal bytes are equal letters only below 0x80: all others are parts of UTF-8.
    if (i === known.length && isAscii(known)) return known;
  }
  return bytes.toString('utf8', start, close);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
