import { setTimeout as sleep } from 'node:timers/promises';
import { startCrowd } from '../crowd/crowd';
import { startAgent } from '../exporters/agent';
import { seriesIn } from '../exporters/scrape';
import { LoadProcess } from '../load/load-process';
import { spreadOf } from '../report/statistics';
import { ChargedProgram, type ScrapeCost } from './charged-program';
import {
  type Axis,
  growthIntervalSeconds,
  type GrowthPoint,
  type GrowthStep,
  growthSteps,
  growthVisits,
  placeOf,
  scrapesPerVisit,
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
 * Measures one agent, alone, on one crowd after the other, as often as `growthVisits` says.
 * It is warmed up on the largest: what it compiles on the way would make larger crowds look cheaper.
 */
export async function measureGrowth(
  { lifetime, tree, nodejs, say }: Bench,
  axis: Axis,
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
  const steps = growthSteps.filter((step) => step.axis === axis);
  for (const largest of steps.slice(-1)) {
    say(`Warming up before it is measured how cost grows by ${axis} …`);
    await withCrowd(largest, () => scrapeQuickly(agent, warmUpScrapes));
  }
  const sweeper = await LoadProcess.start(undefined, 'sweeper');
  lifetime.add(() => sweeper.end());
  const measured = steps.map((step) => ({ step, visits: [] as ScrapeCost[][] }));
  for (let visit = 1; visit <= growthVisits[axis]; visit++) {
    for (const [i, { step, visits }] of measured.entries()) {
      say(
        `How cost grows by ${axis}, ${i + 1} of ${steps.length}, visit ${visit} of ${growthVisits[axis]} …`,
      );
      await withCrowd(step, async () => {
        await scrapeQuickly(agent, settlingScrapes);
        visits.push(await measureVisit(agent, sweeper));
      });
    }
  }
  await Promise.all([agent.exporter.stop(), sweeper.end()]);
  return measured.map(({ step, visits }) => pointOf(step, visits));
}

async function scrapeQuickly(agent: ChargedProgram, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await agent.scrape();
    await sleep(quickIntervalMs);
  }
}

async function measureVisit(agent: ChargedProgram, sweeper: LoadProcess): Promise<ScrapeCost[]> {
  const costs: ScrapeCost[] = [];
  let nextMs = performance.now();
  for (let i = 0; i < scrapesPerVisit; i++) {
    nextMs = Math.max(nextMs, performance.now()) + growthIntervalSeconds * 1000;
    await sleep(nextMs - performance.now());
    // A node's caches are never the agent's alone; here they would be, where nobody is active.
    await sweeper.do(`sweep ${sweptKib}`);
    costs.push(await agent.scrape());
  }
  return costs;
}

function pointOf(step: GrowthStep, visits: readonly (readonly ScrapeCost[])[]): GrowthPoint {
  const costs = visits.flat();
  const { median, mean } = spreadOf(costs.map(({ cpuMs }) => cpuMs));
  const series = seriesIn(costs.at(-1)?.text ?? '');
  return {
    axis: step.axis,
    x: placeOf(step, series),
    medianMs: median,
    meanMs: mean,
    mainThreadMs: spreadOf(costs.map(({ mainThreadMs }) => mainThreadMs)).median,
    series,
    reads: spreadOf(visits.map((visit) => ownReads(visit.map(({ text }) => text)))).median,
  };
}
