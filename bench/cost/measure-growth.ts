import { setTimeout as sleep } from 'node:timers/promises';
import { startCrowd } from '../crowd/crowd';
import { startAgent } from '../exporters/agent';
import { seriesIn } from '../exporters/scrape';
import { LoadProcess } from '../load/load-process';
import { spreadOf } from '../report/statistics';
import { ChargedProgram, type ScrapeCost } from './charged-program';
import {
  growthIntervalSeconds,
  type GrowthPoint,
  growthScrapes,
  type GrowthStep,
  placeOf,
} from './growth';
import type { Bench } from './measure-size';
import { ownReads } from './own-reads';

/** Until it has compiled most of what it runs; and until it knows a crowd that is new. */
const warmUpScrapes = 150;
const settlingScrapes = 10;
// More than a second with the time that belongs to a scrape: one pass serves all who ask within that.
const quickIntervalMs = 850;
/** Several times what a CPU's own cache holds. */
const sweptKib = 16 * 1024;

/**
 * Measures one agent, alone, on one crowd after the other.
 * @param steps smallest first: the agent is warmed up on the last, or what it compiles on the way would make
 *   larger crowds look cheaper
 */
export async function measureGrowth(
  { lifetime, tree, nodejs, say }: Bench,
  steps: readonly GrowthStep[],
): Promise<GrowthPoint[]> {
  const withCrowd = async <T>({ shape }: GrowthStep, work: () => Promise<T>): Promise<T> => {
    const crowd = tree.make('crowd.slice');
    await startCrowd(crowd, shape);
    const result = await work();
    await crowd.remove();
    return result;
  };
  const agent = await ChargedProgram.start(lifetime, tree, 'agent.service', (procsFiles) =>
    startAgent(lifetime, { intervalSeconds: growthIntervalSeconds, nodejs, procsFiles }),
  );
  for (const largest of steps.slice(-1)) {
    say(`Warming up before it is measured how cost grows by ${largest.axis} …`);
    await withCrowd(largest, () => scrapeQuickly(agent, warmUpScrapes));
  }
  const sweeper = await LoadProcess.start(undefined, 'sweeper');
  lifetime.add(() => sweeper.end());
  const points: GrowthPoint[] = [];
  for (const step of steps) {
    say(`How cost grows by ${step.axis}, ${points.length + 1} of ${steps.length} …`);
    const point = await withCrowd(step, async () => {
      await scrapeQuickly(agent, settlingScrapes);
      return measurePoint(agent, sweeper, step);
    });
    points.push(point);
  }
  await Promise.all([agent.exporter.stop(), sweeper.end()]);
  return points;
}

async function scrapeQuickly(agent: ChargedProgram, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await agent.scrape();
    await sleep(quickIntervalMs);
  }
}

async function measurePoint(
  agent: ChargedProgram,
  sweeper: LoadProcess,
  step: GrowthStep,
): Promise<GrowthPoint> {
  const costs: ScrapeCost[] = [];
  let nextMs = performance.now();
  for (let i = 0; i < growthScrapes; i++) {
    nextMs = Math.max(nextMs, performance.now()) + growthIntervalSeconds * 1000;
    await sleep(nextMs - performance.now());
    // A node's caches are never the agent's alone; here they would be, where nobody is active.
    await sweeper.do(`sweep ${sweptKib}`);
    costs.push(await agent.scrape());
  }
  const { median, mean } = spreadOf(costs.map(({ cpuMs }) => cpuMs));
  const series = seriesIn(costs.at(-1)?.text ?? '');
  return {
    axis: step.axis,
    x: placeOf(step, series),
    medianMs: median,
    meanMs: mean,
    mainThreadMs: spreadOf(costs.map(({ mainThreadMs }) => mainThreadMs)).median,
    series,
    reads: ownReads(costs.map(({ text }) => text)),
  };
}
