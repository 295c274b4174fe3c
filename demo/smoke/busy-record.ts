import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const sampleEveryMs = 100;
/** /proc/stat counts in hundredths of a second on every architecture that Linux supports (USER_HZ). */
const ticksPerSecond = 100;

/** Ticks in which a CPU did nothing for us, as /proc/stat counts them. */
export interface RestTicks {
  readonly cpu: string;
  readonly idle: number;
  readonly iowait: number;
  readonly steal: number;
}

interface Point {
  /** Clock of the wall, as Prometheus stamps its samples. */
  readonly wallMs: number;
  /** CPU-seconds in which this machine was busy since the record began. */
  readonly busySeconds: number;
}

/** This machine's busy time, read by us alone: the other side of the comparison. */
export interface BusyRecord {
  /**
   * CPU-seconds busy between two moments (epoch milliseconds) inside the record. An end that the record has
   * not reached yet is waited for: the newest scrape may be younger than the newest sample.
   */
  between(startMs: number, endMs: number): Promise<number>;
  stop(): void;
}

/** Reads /proc/stat ten times a second from now on. */
export function startBusyRecord(): BusyRecord {
  const count = busyCounter();
  const points: Point[] = [];
  const sample = () => {
    const busySeconds = count(performance.now(), parseRest(readFileSync('/proc/stat', 'utf8')));
    points.push({ wallMs: Date.now(), busySeconds });
  };
  sample();
  const timer = setInterval(sample, sampleEveryMs);
  return {
    between: async (startMs, endMs) => {
      if (endMs > (points.at(-1)?.wallMs ?? 0)) await sleep(2 * sampleEveryMs);
      return busyAt(points, endMs) - busyAt(points, startMs);
    },
    stop: () => clearInterval(timer),
  };
}

/**
 * Busy is the complement of idle: online CPUs times elapsed time, less idle, iowait and steal. Each is
 * counted above its highest value so far, because the kernel lets them step back. They move by whole ticks:
 * where one comes early, busy stands until the time that it stands for has passed.
 */
export function busyCounter(): (monotonicMs: number, cpus: readonly RestTicks[]) => number {
  let busySeconds = 0;
  let shownSeconds = 0;
  let lastMs = 0;
  let highest = new Map<string, RestTicks>();
  return (nowMs, cpus) => {
    const next = new Map<string, RestTicks>();
    for (const now of cpus) {
      const before = highest.get(now.cpu);
      const high = before ? higher(before, now) : now;
      next.set(now.cpu, high);
      // A CPU that came or went between two samples has no difference.
      if (before)
        busySeconds += (nowMs - lastMs) / 1000 - (sum(high) - sum(before)) / ticksPerSecond;
    }
    highest = next;
    lastMs = nowMs;
    shownSeconds = Math.max(shownSeconds, busySeconds);
    return shownSeconds;
  };
}

function higher(a: RestTicks, b: RestTicks): RestTicks {
  return {
    cpu: a.cpu,
    idle: Math.max(a.idle, b.idle),
    iowait: Math.max(a.iowait, b.iowait),
    steal: Math.max(a.steal, b.steal),
  };
}

const sum = ({ idle, iowait, steal }: RestTicks) => idle + iowait + steal;

/** The lines of the single CPUs in /proc/stat, see proc_stat(5); the first line sums them and is left out. */
export function parseRest(text: string): RestTicks[] {
  return [...text.matchAll(/^(cpu\d+) (.*)$/gm)].map(([, cpu = '', numbers = '']) => {
    const [, , , idle = 0, iowait = 0, , , steal = 0] = numbers.split(' ').map(Number);
    return { cpu, idle, iowait, steal };
  });
}

function busyAt(points: readonly Point[], wallMs: number): number {
  const after = points.findIndex((point) => point.wallMs >= wallMs);
  const right = points[after];
  const left = points[after - 1];
  if (!left || !right) {
    throw new Error(`${new Date(wallMs).toISOString()} lies outside of the record of /proc/stat.`);
  }
  const part = (wallMs - left.wallMs) / (right.wallMs - left.wallMs);
  return left.busySeconds + part * (right.busySeconds - left.busySeconds);
}
