import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lifetime } from '../../demo/launcher/lifetime';
import type { Cgroup } from '../cgroups/cgroup';
import { memoryCgroup, type MemoryCgroup } from '../cgroups/memory-cgroup';
import type { Exporter } from '../exporters/exporter';
import { type Answer, scrape } from '../exporters/scrape';

/** What one scrape cost. */
export interface ScrapeCost extends Answer {
  readonly cpuMs: number;
  /** Of it, what its first thread used, and what the kernel took for its own. */
  readonly mainThreadMs: number;
  readonly systemMs: number;
  /** What the program used since the end of the scrape before, and for how long. */
  readonly idleCpuMs: number;
  readonly idleMs: number;
}

/** What a program does after it has answered, such as collecting garbage, still belongs to the scrape. */
const settleMs = 250;
const ticksMs = 10;

/** An exporter alone in cgroups of its own, so that the kernel says what it costs. */
export class ChargedProgram {
  private endUsec: number;
  private endMs = performance.now();

  private constructor(
    readonly exporter: Exporter,
    private readonly cgroup: Cgroup,
    readonly memory: MemoryCgroup | undefined,
  ) {
    this.endUsec = cgroup.usageUsec();
  }

  /** @param start is given the `cgroup.procs` files that the program is to enter */
  static async start(
    lifetime: Lifetime,
    tree: Cgroup,
    name: string,
    start: (procsFiles: readonly string[]) => Promise<Exporter>,
  ): Promise<ChargedProgram> {
    const cgroup = tree.make(name);
    const memory = memoryCgroup(tree, cgroup);
    const charged = [cgroup.procsFile, ...(memory?.procsFile ? [memory.procsFile] : [])];
    let removed = false;
    const remove = async () => {
      if (removed) return;
      removed = true;
      await cgroup.remove();
      memory?.remove();
    };
    lifetime.add(remove);
    const exporter = await start(charged);
    const stopAll = async () => {
      await exporter.stop();
      await remove();
    };
    return new ChargedProgram({ ...exporter, stop: stopAll }, cgroup, memory);
  }

  async scrape(): Promise<ScrapeCost> {
    const beginUsec = this.cgroup.usageUsec();
    const begin = { systemUsec: this.cgroup.systemUsec(), mainThreadMs: this.mainThreadMs() };
    const idleCpuMs = (beginUsec - this.endUsec) / 1000;
    const idleMs = performance.now() - this.endMs;
    const answer = await scrape(this.exporter.url);
    await sleep(settleMs);
    this.endUsec = this.cgroup.usageUsec();
    this.endMs = performance.now();
    return {
      ...answer,
      cpuMs: (this.endUsec - beginUsec) / 1000,
      mainThreadMs: this.mainThreadMs() - begin.mainThreadMs,
      systemMs: (this.cgroup.systemUsec() - begin.systemUsec) / 1000,
      idleCpuMs,
      idleMs,
    };
  }

  /** Time on a CPU, see Documentation/scheduler/sched-stats.rst of the kernel. */
  private mainThreadMs(): number {
    const { pid } = this.exporter;
    const [nanoseconds] = fs.readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  }

  /** Milliseconds of CPU that it ever used: by its cgroup, and by its own `/proc/PID/stat`. */
  usedMs(): { readonly cgroup: number; readonly stat: number } {
    const stat = fs.readFileSync(`/proc/${this.exporter.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { cgroup: this.cgroup.usageUsec() / 1000, stat: ticks * ticksMs };
  }

  /** Resident now, of it pages of files, and at most, in KiB, from proc_pid_status(5). */
  residentKib(): { readonly now: number; readonly ofFiles: number; readonly peak: number } {
    const status = fs.readFileSync(`/proc/${this.exporter.pid}/status`, 'utf8');
    const field = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]);
    return { now: field('VmRSS'), ofFiles: field('RssFile'), peak: field('VmHWM') };
  }
}
