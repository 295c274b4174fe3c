import { setTimeout as sleep } from 'node:timers/promises';
import type { Cgroup } from '../cgroups/cgroup';
import { LoadProcess, type Rusage } from '../load/load-process';
import {
  briefUnits,
  churnWorkloads,
  sliceOf,
  steadyWorkloads,
  unitOf,
  type Workload,
} from './workloads';

/** What each workload's first process used itself, in microseconds, by the workload's id. */
export type OwnUsage = ReadonlyMap<string, number>;

interface Started {
  readonly workload: Workload;
  readonly process: LoadProcess;
  readonly then: Rusage;
}

/** All workloads, each in `ID.slice/ID.service`: there before the agent, and waiting for a word. */
export class ChurnLoad {
  private readonly started: Started[] = [];

  private constructor(private readonly briefSlice: Cgroup) {}

  /** @param watched gets each workload's slice and unit */
  static async prepare(tree: Cgroup, watched: Map<string, Cgroup>): Promise<ChurnLoad> {
    const load = new ChurnLoad(tree.make(sliceOf(briefUnits)));
    watched.set(sliceOf(briefUnits), load.briefSlice);
    for (const workload of [...churnWorkloads, ...steadyWorkloads]) {
      const slice = tree.make(sliceOf(workload));
      const unit = slice.make(unitOf(workload));
      watched.set(sliceOf(workload), slice).set(unitOf(workload), unit);
      const process = await LoadProcess.start(unit, workload.id);
      load.started.push({ workload, process, then: await process.do('burn 0') });
    }
    return load;
  }

  /** Runs all of them at once, for this long. */
  async run(seconds: number): Promise<OwnUsage> {
    const usec = seconds * 1_000_000;
    const own = new Map<string, number>();
    await Promise.all([
      ...this.started.map(async ({ workload, process, then }) => {
        const now = await process.do(workload.command(usec));
        own.set(workload.id, now.selfUsec - then.selfUsec);
      }),
      this.runBriefUnits(seconds),
    ]);
    return own;
  }

  async end(): Promise<void> {
    await Promise.all(this.started.map(({ process }) => process.end()));
  }

  private async runBriefUnits(seconds: number): Promise<void> {
    const endMs = performance.now() + seconds * 1000;
    for (let serial = 1; performance.now() < endMs; serial++) {
      const unit = this.briefSlice.make(`${briefUnits.id}@${serial}.service`);
      const process = await LoadProcess.start(unit, briefUnits.id);
      await process.do(briefUnits.command((1 + (serial % 3)) * 1_000_000));
      await process.end();
      await unit.remove();
      await sleep(100);
    }
  }
}
