import type { Absence, KernelFiles } from '../kernel-files/kernel-files';
import { emptyPidStat, parsePidStat } from '../procfs/pid-stat';
import type { TrackedProcess, TrackedThread } from './tracked-process';

/**
 * A process's ticks and the sum of its threads' differ by rounding: one more or less says nothing, a second
 * one that other threads ran.
 */
const roundingTicks = 1;

/**
 * How much of what a process shows may be in none of its threads yet: each one's user and system time are
 * rounded down by themselves.
 */
function hiddenTicks(threads: number): number {
  return 2 * (threads - 1);
}

/**
 * Reads the threads of a process into `process.threads`, where a thread keeps its object; threads that ended
 * are taken out. As long as the process used no more than rounding may hide, none is read: they would tell
 * little else. Those that moved last time come first, and when their time explains the whole process's the
 * others are left as they are. Threads are listed only when their number is not the one that we know, or one
 * has ended. When the process is gone the map stays as it was; when listing is denied
 * `process.threadsReadable` becomes false.
 * @param pass numbers the passes
 * @param all reads every thread
 */
export function readThreads(
  files: KernelFiles,
  process: TrackedProcess,
  pass: number,
  all: boolean,
): void {
  const { threads, movedThreads, utimeTicks, stimeTicks } = process;
  const ticks = utimeTicks + stimeTicks;
  const usedTicks = ticks - process.ticksAtThreads;
  let complete = threads.size === process.numThreads;
  const isSameProgram = threads.get(process.pid)?.comm === process.comm;
  process.threadsAwaited =
    complete && isSameProgram && !all && usedTicks <= hiddenTicks(threads.size);
  if (process.threadsAwaited) return;
  process.threadsReadInPass = pass;
  process.ticksAtThreads = ticks;
  process.movedThreads = [];
  if (complete && !all) {
    let explainedTicks = 0;
    for (const thread of movedThreads) {
      const moved = readThread(files, process, thread, pass, thread.statFile.read());
      if (moved === 'gone') complete = false;
      else explainedTicks += moved;
    }
    const unexplainedTicks = process.unexplainedTicks + usedTicks - explainedTicks;
    if (complete && unexplainedTicks <= roundingTicks) {
      process.unexplainedTicks = Math.max(-roundingTicks, unexplainedTicks);
      process.threadsComplete = false;
      return;
    }
  }
  process.unexplainedTicks = 0;
  process.threadsComplete = true;
  for (const thread of threads.values()) {
    if (thread.readInPass === pass) continue;
    // Those that move have the first claim on the descriptors.
    const length = thread.statFile.readSeldom();
    if (readThread(files, process, thread, pass, length) === 'gone') complete = false;
  }
  if (!complete) listThreads(files, process, pass);
}

function listThreads(files: KernelFiles, process: TrackedProcess, pass: number): void {
  const folder = `${process.path}/task`;
  const names = files.list('pid_task', folder);
  process.threadsReadable = names !== 'denied';
  if (typeof names === 'string') return;
  for (const name of names) {
    const tid = Number(name);
    if (process.threads.has(tid)) continue;
    const thread = discoverThread(files, `${folder}/${name}/stat`, tid, pass);
    if (!thread) continue;
    process.threads.set(tid, thread);
    process.movedThreads.push(thread);
  }
}

function discoverThread(
  files: KernelFiles,
  path: string,
  tid: number,
  pass: number,
): TrackedThread | undefined {
  const statFile = files.keep('task_stat', path);
  const length = statFile.read();
  if (typeof length === 'string') return undefined;
  const { starttimeTicks, comm, utimeTicks, stimeTicks, state, minflt, majflt } = parsePidStat(
    files.bytes,
    length,
    path,
  );
  return {
    statFile,
    tid,
    starttimeTicks,
    comm,
    utimeTicks,
    stimeTicks,
    state,
    minflt,
    majflt,
    readInPass: pass,
  };
}

const stat = emptyPidStat();

/**
 * @param length of what was just read of it
 * @returns what it used since it was read last, in ticks; one that may not be read stays as it was
 */
function readThread(
  files: KernelFiles,
  { threads, movedThreads }: TrackedProcess,
  thread: TrackedThread,
  pass: number,
  length: number | Absence,
): number | 'gone' {
  const readable = typeof length === 'number';
  if (readable) parsePidStat(files.bytes, length, thread.statFile.path, thread.comm, stat);
  if (length === 'gone' || (readable && stat.starttimeTicks !== thread.starttimeTicks)) {
    thread.statFile.close();
    threads.delete(thread.tid);
    return 'gone';
  }
  if (!readable) return 0;
  thread.readInPass = pass;
  const usedTicks = stat.utimeTicks + stat.stimeTicks - thread.utimeTicks - thread.stimeTicks;
  thread.comm = stat.comm;
  thread.utimeTicks = stat.utimeTicks;
  thread.stimeTicks = stat.stimeTicks;
  thread.state = stat.state;
  thread.minflt = stat.minflt;
  thread.majflt = stat.majflt;
  if (usedTicks > 0) movedThreads.push(thread);
  return usedTicks;
}
