import type { KernelFiles } from '../kernel-files/kernel-files';
import { emptyPidStat, parsePidStat } from '../procfs/pid-stat';
import type { TrackedProcess, TrackedThread } from './tracked-process';

/**
 * Reads the threads of a process into `process.threads`, where a thread keeps its object; threads that ended
 * are taken out. They are listed only when their number is not the one that we know, or one has ended. When
 * the process is gone the map stays as it was; when listing is denied `process.threadsReadable` becomes false.
 */
export function readThreads(files: KernelFiles, process: TrackedProcess): void {
  const { threads } = process;
  let complete = threads.size === process.numThreads;
  for (const thread of threads.values()) {
    if (readThread(files, thread)) continue;
    thread.statFile.close();
    threads.delete(thread.tid);
    complete = false;
  }
  if (!complete) listThreads(files, process);
}

function listThreads(files: KernelFiles, process: TrackedProcess): void {
  const folder = `${process.path}/task`;
  const names = files.list('pid_task', folder);
  process.threadsReadable = names !== 'denied';
  if (typeof names === 'string') return;
  for (const name of names) {
    const tid = Number(name);
    if (process.threads.has(tid)) continue;
    const thread = discoverThread(files, `${folder}/${name}/stat`, tid);
    if (thread) process.threads.set(tid, thread);
  }
}

function discoverThread(files: KernelFiles, path: string, tid: number): TrackedThread | undefined {
  const statFile = files.keep('task_stat', path);
  const length = statFile.read();
  if (typeof length === 'string') return undefined;
  const { starttimeTicks, comm, utimeTicks, stimeTicks } = parsePidStat(files.bytes, length, path);
  return { statFile, tid, starttimeTicks, comm, utimeTicks, stimeTicks };
}

const scratch = emptyPidStat();

/** @returns whether it is still there; one that may not be read stays as it was */
function readThread(files: KernelFiles, thread: TrackedThread): boolean {
  const length = thread.statFile.read();
  if (typeof length === 'string') return length !== 'gone';
  const stat = parsePidStat(files.bytes, length, thread.statFile.path, thread.comm, scratch);
  if (stat.starttimeTicks !== thread.starttimeTicks) return false;
  thread.comm = stat.comm;
  thread.utimeTicks = stat.utimeTicks;
  thread.stimeTicks = stat.stimeTicks;
  return true;
}
