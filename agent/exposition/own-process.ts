import { getHeapStatistics } from 'node:v8';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { KernelFiles } from '../kernel-files/kernel-files';
import { parseMaxOpenFiles } from '../procfs/limits';
import { emptyPidStat, parsePidStat } from '../procfs/pid-stat';

/** Where the kernel does not count them, counting thousands takes as long as reading through hundreds. */
const countDescriptorsEveryMs = 60_000;

/**
 * The agent's own process, under the names that prom-client's default metrics have. They are fewer: its
 * histograms of the event loop's delay and of garbage collection take as long as a third of a scrape.
 */
export function registerOwnProcess(registry: Registry, files: KernelFiles, pageBytes: number) {
  const registers = [registry];
  const gauge = (name: string, help: string, now: () => number | undefined) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const value = now();
        if (value !== undefined) this.set(value);
      },
    });
  const cpu = (name: string, help: string, usec: (usage: NodeJS.CpuUsage) => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        // prom-client's counters have no `set`: from zero to the total within one synchronous step.
        this.reset();
        this.inc(usec(process.cpuUsage()) / 1_000_000);
      },
    });
  cpu(
    'process_cpu_user_seconds_total',
    'Total user CPU time spent in seconds.',
    ({ user }) => user,
  );
  cpu(
    'process_cpu_system_seconds_total',
    'Total system CPU time spent in seconds.',
    ({ system }) => system,
  );
  cpu(
    'process_cpu_seconds_total',
    'Total user and system CPU time spent in seconds.',
    ({ user, system }) => user + system,
  );
  const startSeconds = Date.now() / 1000 - process.uptime();
  gauge(
    'process_start_time_seconds',
    'Start time of the process since unix epoch in seconds.',
    () => startSeconds,
  );
  const readStat = statOf(files);
  gauge('process_resident_memory_bytes', 'Resident memory size in bytes.', () => {
    // One reading for both.
    const stat = readStat();
    if (stat) virtualMemory.set(stat.vsizeBytes);
    return stat && stat.rssPages * pageBytes;
  });
  // After the one that sets it: prom-client asks in the order of registration.
  const virtualMemory = new Gauge({
    name: 'process_virtual_memory_bytes',
    help: 'Virtual memory size in bytes.',
    registers,
  });
  gauge('process_open_fds', 'Number of open file descriptors.', openFds(files));
  const limits = files.read('self_limits', '/proc/self/limits');
  const maxFds = typeof limits === 'string' ? undefined : parseMaxOpenFiles(limits);
  gauge('process_max_fds', 'Maximum number of open file descriptors.', () => maxFds);
  gauge(
    'nodejs_heap_size_total_bytes',
    'Process heap size from Node.js in bytes.',
    () => getHeapStatistics().total_heap_size,
  );
  gauge(
    'nodejs_heap_size_used_bytes',
    'Process heap size used from Node.js in bytes.',
    () => getHeapStatistics().used_heap_size,
  );
  gauge('nodejs_eventloop_lag_seconds', 'Lag of event loop in seconds.', eventLoopLag());
}

function statOf(files: KernelFiles) {
  const file = files.keep('pid_stat', '/proc/self/stat');
  const stat = emptyPidStat();
  return () => {
    const length = file.read();
    if (typeof length === 'string') return undefined;
    return parsePidStat(files.bytes, length, file.path, undefined, stat);
  };
}

function openFds(files: KernelFiles): () => number | undefined {
  let countedAtMs = -Infinity;
  let openFds: number | undefined;
  return () => {
    const nowMs = performance.now();
    if (nowMs - countedAtMs < countDescriptorsEveryMs) return openFds;
    countedAtMs = nowMs;
    const count = files.entryCount('self_fd', '/proc/self/fd');
    openFds = typeof count === 'string' ? undefined : count;
    return openFds;
  };
}

/** How late the event loop came to what was due after the scrape before. */
function eventLoopLag(): () => number {
  let seconds = 0;
  return () => {
    const before = seconds;
    const askedMs = performance.now();
    setImmediate(() => (seconds = (performance.now() - askedMs) / 1000));
    return before;
  };
}
