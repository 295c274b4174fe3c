import type { AccountingMode } from '../../metrics/agent';
import type { CpuTimes } from '../procfs/stat';

/**
 * A cgroup of the tree. The same object stands for the same cgroup in every pass as long as it exists.
 */
export interface CgroupReading {
  /** From the root of the hierarchy: `''` for the root itself, else `/system.slice/crio.service`. */
  readonly path: string;
  readonly parent: CgroupReading | undefined;
  /** Kept children; those that are gone leave this map in the pass that misses them. */
  readonly children: Map<string, CgroupReading>;
  /** Those that were seen in it last, zombies included. */
  readonly processes: Set<ProcessReading>;
  /** `usage_usec` when it was read last. The root's is not read: the kernel makes it up from `/proc/stat`. */
  usageUsec: number;
  /** False in a pass in which its usage could not be read, although it is there. */
  readable: boolean;
  /**
   * The last pass that found its usage risen, and read its processes and children. In other passes
   * nothing in it or below used any time.
   */
  enteredInPass: number;
  /** It was removed. */
  gone: boolean;
  /** It may be older than the pass that found it: until then its time was in its parent's alone. */
  readonly wasOverlooked: boolean;
}

/** A thread, the same object in every pass as long as it exists. */
export interface ThreadReading {
  readonly tid: number;
  readonly starttimeTicks: number;
  readonly comm: string;
  readonly utimeTicks: number;
  readonly stimeTicks: number;
  /** The letter's code as in `'Z'.charCodeAt(0)`. */
  readonly state: number;
  /** Page faults since birth that needed no disk, and those that did. */
  readonly minflt: number;
  readonly majflt: number;
  /** The last pass that read it. */
  readonly readInPass: number;
}

/**
 * A process, the same object in every pass as long as (pid, starttime) exists. Times in ticks of
 * USER_HZ since its birth. All of it is as it was when the process was read last: a process in a cgroup
 * that used no time is not read in every pass.
 */
export interface ProcessReading {
  readonly pid: number;
  readonly starttimeTicks: number;
  readonly kernelThread: boolean;
  ppid: number;
  /** Of its first thread, the letter's code as in `'Z'.charCodeAt(0)`. */
  state: number;
  comm: string;
  /** Empty for kernel threads and zombies. Read at first sight and again after an exec. */
  cmdline: readonly string[];
  /** How many execs were noticed: pid and start time stay the same across them. */
  execs: number;
  /** Forked and not yet exec'ed: it still carries its parent's name. */
  forkNoExec: boolean;
  utimeTicks: number;
  stimeTicks: number;
  cutimeTicks: number;
  cstimeTicks: number;
  numThreads: number;
  /** Page faults since birth that needed no disk, and those that did. */
  minflt: number;
  majflt: number;
  vsizeBytes: number;
  rssPages: number;
  /** The last pass that read it. */
  readInPass: number;
  /** By tid. Read whenever the process's own time moved, so threads of idle processes may be old. */
  readonly threads: ReadonlyMap<number, ThreadReading>;
  /** False while reading its threads is denied: then nothing is known of them. */
  threadsReadable: boolean;
  /** False when only those were read that explain what the process used, but for a rounding. */
  threadsComplete: boolean;
  /** The last pass that read any of them. */
  threadsReadInPass: number;
  /** True while what it used is too little to ask its threads about it: they are as they were before. */
  threadsAwaited: boolean;
  cgroup: CgroupReading;
}

/**
 * The time between two passes that read everything. All others read what used time, and so tell all
 * about CPU and little else.
 */
export const fullPassEveryMs = 60_000;

/** What one pass saw. */
export interface Observation {
  /** Monotonic, at the reading of `/proc/stat`, which comes first. */
  readonly atMs: number;
  /** Numbers passes, from 1: see `CgroupReading.enteredInPass`. */
  readonly pass: number;
  /** Everything was read, not only what used time. */
  readonly full: boolean;
  readonly cpus: readonly CpuTimes[];
  readonly root: CgroupReading;
  /** Every process that is alive, kernel threads included, by pid. */
  readonly processes: ReadonlyMap<number, ProcessReading>;
  /** Those of them that were read in this pass, but for kernel threads that slept. No other used any time. */
  readonly read: readonly ProcessReading[];
  /** Those that were alive in the pass before, as they were when they were read last. */
  readonly ended: readonly ProcessReading[];
  /** Zombies that ended before anybody saw them alive: they are counted, and their time is not. */
  readonly foundDead: readonly ProcessReading[];
  /** The agent's own process, when it is in view. */
  readonly self: ProcessReading | undefined;
  /** What there is to account by: see `accountingModes`. */
  readonly mode: AccountingMode;
}
