import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, stat, readdir } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import { cacheFolder } from '../../scripts/parts/cache-folder';
import type { Say } from '../../scripts/parts/part';
import { runProgram } from '../../scripts/run-program';
import { otherSeries, shownNode, shownSeries, type BenchSeries } from './cluster-series';
import type { TabPlan } from './options';

/** Where the data ends: a moment that stands, so that it is built once. */
export const endMs = Date.UTC(2026, 0, 2);

/** How often the node on show is scraped, and the others, in seconds. */
const shownInterval = 15;
const otherInterval = 60;

/** A Prometheus data folder, and how large it is. */
export interface DataSet {
  readonly folder: string;
  readonly bytes: number;
  readonly series: number;
  readonly samples: number;
}

/** The nodes that have series, with how often they were scraped. */
function nodesOf({ otherNodes }: TabPlan) {
  const others = otherSeries();
  return [
    { node: shownNode, series: shownSeries(), interval: shownInterval },
    ...Array.from({ length: otherNodes }, (_, i) => ({
      node: `worker-${i + 1}`,
      series: others,
      interval: otherInterval,
    })),
  ];
}

function labelsText(node: string, labels: BenchSeries['labels']): string {
  const all = {
    namespace: 'host-processes',
    job: 'host-processes',
    ...labels,
    instance: node,
    node,
  };
  return Object.entries(all)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',');
}

/** A value of a series `seconds` after the start: what rises and falls a little through the hours. */
function valueAt({ type, cores }: BenchSeries, seconds: number): number {
  const swing = cores * 0.3;
  if (type === 'gauge')
    return Number.isInteger(cores) ? cores : cores + swing * Math.sin(seconds / 900);
  return cores * seconds + swing * 900 * (1 - Math.cos(seconds / 900));
}

/** Writes everything as OpenMetrics text, a family after the other. */
async function writeText(file: string, plan: TabPlan): Promise<void> {
  const nodes = nodesOf(plan);
  const families = new Set(nodes.flatMap(({ series }) => series.map(({ family }) => family)));
  const out = createWriteStream(file);
  const totalSeconds = plan.hours * 3600;
  const startSeconds = endMs / 1000 - totalSeconds;
  for (const family of families) {
    const first = nodes.flatMap(({ series }) => series).find((one) => one.family === family);
    out.write(`# TYPE ${family.replace(/_total$/, '')} ${first?.type ?? 'gauge'}\n`);
    for (const { node, series, interval } of nodes) {
      for (const one of series.filter((other) => other.family === family)) {
        const name = `${family}{${labelsText(node, one.labels)}}`;
        let text = '';
        for (let seconds = 0; seconds <= totalSeconds; seconds += interval) {
          text += `${name} ${valueAt(one, seconds).toFixed(4)} ${startSeconds + seconds}\n`;
        }
        if (!out.write(text)) await once(out, 'drain');
      }
    }
  }
  out.end('# EOF\n');
  await once(out, 'finish');
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The data set of a plan, built by promtool into the cache the first time that it is wanted. */
export async function provideDataSet(plan: TabPlan, promtool: string, say: Say): Promise<DataSet> {
  const counts = nodesOf(plan).map(({ series, interval }) => ({
    series: series.length,
    samples: series.length * ((plan.hours * 3600) / interval + 1),
  }));
  const sum = (name: 'series' | 'samples') =>
    counts.reduce((total, count) => total + count[name], 0);
  const name = `tab-data-1-${plan.otherNodes + 1}-nodes-${plan.hours}h-${sum('samples')}`;
  const folder = path.join(cacheFolder(), name);
  if (!existsSync(folder)) {
    const draft = `${folder}.draft`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    const text = path.join(draft, 'text.om');
    say(`Writing ${sum('samples')} samples of ${sum('series')} series …`);
    await writeText(text, plan);
    say('Making blocks of them …');
    const blocks = path.join(draft, 'data');
    const args = ['tsdb', 'create-blocks-from', 'openmetrics', '--max-block-duration=60h'];
    const { status, output } = await runProgram(promtool, [...args, text, blocks]);
    if (status !== 0) throw new Error(`promtool made no blocks of the data: ${output}`);
    await rename(blocks, folder);
    await rm(draft, { recursive: true });
  }
  return { folder, bytes: await sizeOf(folder), series: sum('series'), samples: sum('samples') };
}
