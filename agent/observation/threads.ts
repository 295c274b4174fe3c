import type { KernelFiles } from '../kernel-files/kernel-files';
import { parsePidStat } from '../procfs/pid-stat';
import type { ProcessReading } from './observation';

/**
 * Reads the threads of a process into `process.threads`, where a thread keeps its object. Threads that
 * ended are taken out. When the process is gone the map stays as it was; when reading is denied
 * `process.threadsReadable` becomes false.
 */
export function readThreads(files: KernelFiles, procfs: string, process: ProcessReading): void {
  const folder = `${procfs}/${process.pid}/task`;
  const tids = files.list('pid_task', folder);
  process.threadsReadable = tids !== 'denied';
  if (typeof tids === 'string') return;
  const alive = new Set<number>();
  for (const name of tids) {
    const path = `${folder}/${name}/stat`;
    const bytes = files.read('task_stat', path);
    if (typeof bytes === 'string') continue;
    const { pid: tid, comm, utimeTicks, stimeTicks, starttimeTicks } = parsePidStat(bytes, path);
    alive.add(tid);
    const known = process.threads.get(tid);
    if (known?.starttimeTicks === starttimeTicks) {
      known.comm = comm;
      known.utimeTicks = utimeTicks;
      known.stimeTicks = stimeTicks;
    } else {
      process.threads.set(tid, { tid, starttimeTicks, comm, utimeTicks, stimeTicks });
    }
  }
  for (const tid of process.threads.keys()) if (!alive.has(tid)) process.threads.delete(tid);
}
