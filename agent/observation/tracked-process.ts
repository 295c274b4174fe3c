import type { KeptFile } from '../kernel-files/kernel-files';
import { pfForkNoExec, pfKthread, type PidStat } from '../procfs/pid-stat';
import type { CgroupReading, ProcessReading, ThreadReading } from './observation';

/** A thread with what it takes to read it again. */
export interface TrackedThread extends ThreadReading {
  comm: string;
  utimeTicks: number;
  stimeTicks: number;
  state: number;
  minflt: number;
  majflt: number;
  readonly statFile: KeptFile;
  readInPass: number;
}

/** A process with what it takes to read it again. */
export interface TrackedProcess extends ProcessReading {
  readonly path: string;
  readonly statFile: KeptFile;
  /** Of kernel threads alone, where the kernel keeps such statistics. */
  schedstatFile: KeptFile | undefined;
  /** How long a kernel thread had run before it was read last, in nanoseconds. */
  runTimeNs: number;
  readonly threads: Map<number, TrackedThread>;
  /** Those whose own time moved when they were read last. */
  movedThreads: TrackedThread[];
  /** The process's own time when its threads were read last. */
  ticksAtThreads: number;
  /** What it used since all its threads were read, and those that were read do not explain. */
  unexplainedTicks: number;
  /** Its page faults when its arguments were read last: no program is replaced without some. */
  minfltAtCmdline: number;
}

/** A process at first sight; its arguments and threads are still to be read. */
export function trackedProcess(
  statFile: KeptFile,
  path: string,
  stat: PidStat,
  cgroup: CgroupReading,
): TrackedProcess {
  const kernelThread = (stat.flags & pfKthread) !== 0;
  return {
    path,
    statFile,
    pid: stat.pid,
    starttimeTicks: stat.starttimeTicks,
    schedstatFile: undefined,
    runTimeNs: -1,
    kernelThread,
    ppid: stat.ppid,
    state: stat.state,
    comm: stat.comm,
    cmdline: [],
    execs: 0,
    forkNoExec: (stat.flags & pfForkNoExec) !== 0,
    utimeTicks: stat.utimeTicks,
    stimeTicks: stat.stimeTicks,
    cutimeTicks: stat.cutimeTicks,
    cstimeTicks: stat.cstimeTicks,
    numThreads: stat.numThreads,
    minflt: stat.minflt,
    majflt: stat.majflt,
    vsizeBytes: stat.vsizeBytes,
    rssPages: stat.rssPages,
    minfltAtCmdline: stat.minflt,
    threads: new Map(),
    movedThreads: [],
    ticksAtThreads: 0,
    unexplainedTicks: 0,
    threadsReadable: true,
    threadsComplete: true,
    threadsReadInPass: 0,
    threadsAwaited: false,
    cgroup,
    readInPass: 0,
  };
}

/** What reading a process again brought to light beside its numbers. */
export interface Change {
  /** Another program, as far as its stat file tells. */
  readonly execed: boolean;
  /** Its time or its number of threads moved. */
  readonly moved: boolean;
}

/** Takes over what was read anew. */
export function updateProcess(process: TrackedProcess, stat: PidStat): Change {
  const forkNoExec = (stat.flags & pfForkNoExec) !== 0;
  const execed = stat.comm !== process.comm || (process.forkNoExec && !forkNoExec);
  const moved =
    stat.utimeTicks !== process.utimeTicks ||
    stat.stimeTicks !== process.stimeTicks ||
    stat.numThreads !== process.numThreads;
  process.ppid = stat.ppid;
  process.state = stat.state;
  process.comm = stat.comm;
  process.forkNoExec = forkNoExec;
  process.utimeTicks = stat.utimeTicks;
  process.stimeTicks = stat.stimeTicks;
  process.cutimeTicks = stat.cutimeTicks;
  process.cstimeTicks = stat.cstimeTicks;
  process.numThreads = stat.numThreads;
  process.minflt = stat.minflt;
  process.majflt = stat.majflt;
  process.vsizeBytes = stat.vsizeBytes;
  process.rssPages = stat.rssPages;
  return { execed, moved };
}

/** Gives all descriptors back. */
export function closeProcess(process: TrackedProcess): void {
  process.statFile.close();
  process.schedstatFile?.close();
  for (const thread of process.threads.values()) thread.statFile.close();
}
