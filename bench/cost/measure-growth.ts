import { setTimeout as sleep } from 'node:timers/promises';
import { startCrowd } from '../crowd/crowd';
import { startAgent } from '../exporters/agent';
import { seriesIn } from '../exporters/scrape';
import { spreadOf } from '../report/statistics';
import { ChargedProgram, type ScrapeCost } from './charged-program';
import { growthIntervalSeconds, type GrowthPoint, type GrowthStep, placeOf } from './growth';
import type { Bench } from './measure-size';
import { ownReads } from './own-reads';

const warmUpScrapes = 2;
const scrapes = 8;

/** Measures a fresh agent, alone, on one crowd. */
export async function measureGrowth(
  { lifetime, tree, nodejs }: Bench,
  step: GrowthStep,
): Promise<GrowthPoint> {
  const crowd = tree.make('crowd.slice');
  await startCrowd(crowd, step.shape);
  const agent = await ChargedProgram.start(lifetime, tree, 'agent.service', (procsFiles) =>
    startAgent(lifetime, { intervalSeconds: growthIntervalSeconds, nodejs, procsFiles }),
  );
  const costs: ScrapeCost[] = [];
  let nextMs = performance.now();
  for (let i = 0; i < warmUpScrapes + scrapes; i++) {
    await sleep(Math.max(0, nextMs - performance.now()));
    nextMs = Math.max(nextMs, performance.now()) + growthIntervalSeconds * 1000;
    costs.push(await agent.scrape());
  }
  await agent.exporter.stop();
  await crowd.remove();
  const counted = costs.slice(warmUpScrapes);
  const { median, mean } = spreadOf(counted.map(({ cpuMs }) => cpuMs));
  const series = seriesIn(counted.at(-1)?.text ?? '');
  return {
    axis: step.axis,
    x: placeOf(step, series),
    medianMs: median,
    meanMs: mean,
    series,
    reads: ownReads(counted.map(({ text }) => text)),
  };
}
