import fs from 'node:fs';

/** What `/proc/stat` says of each online CPU, and when. */
export interface NodeTimes {
  readonly atSeconds: number;
  /** By CPU: seconds since boot in which it did nothing for us (idle, iowait, steal). */
  readonly unusedSeconds: ReadonlyMap<string, number>;
}

const ticksPerSecond = 100;

export function readNodeTimes(): NodeTimes {
  const text = fs.readFileSync('/proc/stat', 'utf8');
  return { atSeconds: performance.now() / 1000, unusedSeconds: parseUnused(text) };
}

/** Idle, iowait and steal (fields 4, 5 and 8 of proc_stat(5)) of each `cpuN`. */
export function parseUnused(text: string): Map<string, number> {
  const unused = new Map<string, number>();
  for (const [, cpu = '', fields = ''] of text.matchAll(/^(cpu\d+) (.*)$/gm)) {
    const [, , , idle = 0, iowait = 0, , , steal = 0] = fields.split(' ').map(Number);
    unused.set(cpu, (idle + iowait + steal) / ticksPerSecond);
  }
  return unused;
}

/** Seconds of CPU between two readings: what there was, and what was used of it. */
export function usedBetween(from: NodeTimes, to: NodeTimes): { capacity: number; busy: number } {
  const elapsed = to.atSeconds - from.atSeconds;
  let capacity = 0;
  let unused = 0;
  for (const [cpu, before] of from.unusedSeconds) {
    const after = to.unusedSeconds.get(cpu);
    if (after === undefined) continue;
    capacity += elapsed;
    unused += after - before;
  }
  return { capacity, busy: capacity - unused };
}
