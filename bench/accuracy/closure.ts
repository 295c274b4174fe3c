import os from 'node:os';
import { cpuSeconds, groupCpuSeconds, nodeCpuSeconds } from '../../metrics/hostproc';
import type { Cgroup } from '../cgroups/cgroup';
import { LoadProcess } from '../load/load-process';
import { having, namedGroups } from './churn-rows';
import { usedBetween } from './node-times';
import { growth, type Scrape } from './record';

/** How far the account of a node closes under one load. Times in seconds of CPU. */
export interface ClosureRow {
  readonly load: string;
  readonly capacity: number;
  /** By the bench itself, from `/proc/stat`. */
  readonly busy: number;
  /** By the agent. */
  readonly agentBusy: number;
  /** All classes but `unattributed`. */
  readonly explained: number;
  readonly unattributed: number;
  /** (busy - explained) / busy, in percent. */
  readonly openPercent: number;
  /** What may be open: 2 % of busy or 0.5 % of capacity. */
  readonly allowedPercent: number;
  /** Of the unit of the load: groups that name somebody over all. */
  readonly namedShare: number;
  /** What ticks may hide of those processes: user and system time each truncate. */
  readonly ticksSeconds: number;
  /** Of the same unit: groups that name nobody. */
  readonly unnamedSeconds: number;
}

const id = 'hpb-closure';
export const closureUnit = `${id}.service`;

/** How the machine is loaded for a while, from nothing to all CPUs. */
export interface Phase {
  readonly title: string;
  run(seconds: number): Promise<unknown>;
}

/** Processes that burn when they are told to, there before the agent. */
export async function prepareClosure(
  tree: Cgroup,
  watched: Map<string, Cgroup>,
): Promise<readonly Phase[]> {
  const unit = tree.make(`${id}.slice/${closureUnit}`);
  watched.set(closureUnit, unit);
  const cpus = os.availableParallelism();
  const burners: LoadProcess[] = [];
  for (let i = 0; i < cpus; i++) burners.push(await LoadProcess.start(unit, id));
  const churner = await LoadProcess.start(unit, id);
  const obey = (count: number, command: string) =>
    Promise.all(burners.slice(0, count).map((one) => one.do(command)));
  const usec = (seconds: number) => seconds * 1_000_000;
  return [
    { title: 'idle', run: (seconds) => obey(1, `live ${usec(seconds)} 1`) },
    {
      title: 'half loaded',
      run: (seconds) => obey(Math.ceil(cpus / 2), `live ${usec(seconds)} 100`),
    },
    {
      title: 'fully loaded, with churn',
      run: (seconds) =>
        Promise.all([
          obey(cpus, `live ${usec(seconds)} 100`),
          churner.do(`fork ${usec(seconds)} 5000 30`),
        ]),
    },
  ];
}

/** @param scrapes of the phase: from its first moment to its last */
export function closureRow(load: string, scrapes: readonly Scrape[]): ClosureRow {
  const [first, last] = [scrapes[0], scrapes.at(-1)];
  if (!first || !last) throw new Error(`Expected scrapes of the phase ${load}, found none.`);
  const { capacity, busy } = usedBetween(first.before.node, last.before.node);
  const ours = (name: string, wanted: Readonly<Record<string, string>>) =>
    growth('agent', scrapes, having(name, wanted));
  const loadSeconds = ours(groupCpuSeconds.name, { unit: closureUnit });
  const namedSeconds = growth('agent', scrapes, namedGroups(closureUnit));
  const unattributed = ours(cpuSeconds.name, { class: 'unattributed' });
  const explained = ours(cpuSeconds.name, {}) - unattributed;
  return {
    load,
    capacity,
    busy,
    agentBusy: ours(nodeCpuSeconds.name, { mode: 'busy' }),
    explained,
    unattributed,
    openPercent: (100 * (busy - explained)) / busy,
    allowedPercent: Math.max(2, (0.5 * capacity) / busy),
    namedShare: namedSeconds / loadSeconds,
    ticksSeconds: 0.02 * (os.availableParallelism() + 1),
    unnamedSeconds: loadSeconds - namedSeconds,
  };
}
