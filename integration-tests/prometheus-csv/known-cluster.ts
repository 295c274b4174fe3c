import { rm } from 'node:fs/promises';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { startPrometheus, writeConfiguration } from '../../demo/launcher/prometheus';
import { provide } from '../../scripts/parts/part';
import { prometheus } from '../../scripts/parts/prometheus';
import { makeBlocks } from '../known-data/known-prometheus';
import { metrics, scrapesBefore, type KnownMetric } from './known-series';

/** A real Prometheus with the known series, and the end of the interval to ask about. */
export interface KnownCluster {
  readonly url: string;
  readonly endMs: number;
}

const intervalSeconds = 15;
/** So that windows hold the same scrapes with closed ranges and with left-open ones. */
const leadSeconds = 5;

/** Makes blocks of the known series by promtool, and starts Prometheus on them. */
export async function startKnownCluster(lifetime: Lifetime): Promise<KnownCluster> {
  const programs = await provide(prometheus, () => undefined);
  const folder = await writeConfiguration();
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  const endSeconds = Math.floor(Date.now() / 30_000) * 30;
  const start = endSeconds - leadSeconds - scrapesBefore * intervalSeconds;
  const text = [...metrics.flatMap((metric) => linesOf(metric, start)), '# EOF', ''].join('\n');
  await makeBlocks(programs.promtool, text, folder);
  const { url } = await startPrometheus(lifetime, programs.prometheus, folder);
  return { url, endMs: endSeconds * 1000 };
}

function linesOf({ name, type, every = 1, series }: KnownMetric, start: number): string[] {
  // OpenMetrics names a counter without its ending.
  const lines = [`# TYPE ${type === 'counter' ? name.replace(/_total$/, '') : name} ${type}`];
  for (const { labels, first = 0, at } of series) {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    for (let n = first; n <= scrapesBefore; n++) {
      if ((scrapesBefore - n) % every !== 0) continue;
      lines.push(`${name}{${pairs.join(',')}} ${at(n)} ${start + n * intervalSeconds}`);
    }
  }
  return lines;
}
