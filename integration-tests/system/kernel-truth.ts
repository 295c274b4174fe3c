import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readNodeTimes, usedBetween } from '../../bench/accuracy/node-times';

interface Reading {
  /** Seconds since the epoch, as Prometheus counts. */
  readonly atSeconds: number;
  /** Seconds of CPU since the first reading, by what they are of. */
  readonly seconds: Readonly<Record<string, number>>;
}

const everyMs = 400;
const nowSeconds = () => (performance.timeOrigin + performance.now()) / 1000;

/**
 * What the kernel says of cgroups (`usage_usec` of their cpu.stat), and of the whole machine
 * (`/proc/stat`: busy is the complement of idle, iowait and steal), read by the test itself while it runs.
 */
export class KernelTruth {
  private readonly readings: Reading[] = [];
  private readonly first = readNodeTimes();
  private readonly timer: NodeJS.Timeout;

  /** @param usageUsec by the name under which `coresBetween` is asked; `busy` and `capacity` are the machine's */
  constructor(private readonly usageUsec: Readonly<Record<string, () => number>>) {
    this.read();
    this.timer = setInterval(() => this.read(), everyMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Mean cores between two moments, in seconds since the epoch. */
  coresBetween(name: string, from: number, to: number): number {
    return (this.secondsAt(name, to) - this.secondsAt(name, from)) / (to - from);
  }

  private read(): void {
    const { busy, capacity } = usedBetween(this.first, readNodeTimes());
    const used = Object.entries(this.usageUsec).map(([name, usec]) => [name, usec() / 1e6]);
    const seconds = { busy, capacity, ...(Object.fromEntries(used) as Record<string, number>) };
    this.readings.push({ atSeconds: nowSeconds(), seconds });
  }

  /** Between two readings, as if it had been used evenly. */
  private secondsAt(name: string, moment: number): number {
    const next = this.readings.findIndex(({ atSeconds }) => atSeconds >= moment);
    const after = this.readings[next];
    const before = this.readings[next - 1];
    if (!after || !before) throw new Error(`Nothing was read at ${moment}.`);
    const part = (moment - before.atSeconds) / (after.atSeconds - before.atSeconds);
    const [least = NaN, most = NaN] = [before.seconds[name], after.seconds[name]];
    return least + part * (most - least);
  }
}

const podsFolder = /^kubepods(\.slice)?$/;

/**
 * What all pods of the machine used, also those of others that run tests here: the cgroups that hold pods,
 * wherever they are. One that is gone keeps what it was last seen with.
 */
export class PodsUsage {
  private readonly lastSeen = new Map<string, number>();

  constructor(private readonly mount: string) {}

  usec(): number {
    for (const folder of foldersOfPods(this.mount, 2)) {
      try {
        const stat = readFileSync(path.join(folder, 'cpu.stat'), 'utf8');
        this.lastSeen.set(folder, Number(/^usage_usec (\d+)$/m.exec(stat)?.[1]));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
    return [...this.lastSeen.values()].reduce((sum, used) => sum + used, 0);
  }
}

/** The outermost of them in a tree, down to a depth. */
function foldersOfPods(folder: string, depth: number): string[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return names.flatMap((name) => {
    const child = path.join(folder, name);
    if (podsFolder.test(name)) return [child];
    return depth > 0 ? foldersOfPods(child, depth - 1) : [];
  });
}
