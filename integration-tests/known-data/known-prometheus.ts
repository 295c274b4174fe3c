import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../../demo/launcher/free-port';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { dataFolder, startPrometheus, writeConfiguration } from '../../demo/launcher/prometheus';
import { provide } from '../../scripts/parts/part';
import { prometheus } from '../../scripts/parts/prometheus';
import { runProgram } from '../../scripts/run-program';
import { scrapeSeconds } from './formula';
import { openMetricsText, type KnownNode } from './open-metrics';

/** A real Prometheus that holds the known data, and can be stopped and started at the same address. */
export interface KnownPrometheus {
  readonly url: string;
  /** The last scrape in the journeys' range, and the end of that range. */
  readonly endScrape: number;
  readonly endMs: number;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const scrapesBefore = (2 * 3600) / scrapeSeconds;
/** Data goes on past the present, so that a range that moves with the clock finds some, too. */
const scrapesAfter = (30 * 60) / scrapeSeconds;

/**
 * Scrapes lie this much before the moments that are asked for: windows then hold the same scrapes
 * whether Prometheus counts their start in (2) or not (3).
 */
const scrapeLeadSeconds = 5;

/** Makes blocks of the known data by promtool and starts Prometheus on them. */
export async function startKnownPrometheus(
  lifetime: Lifetime,
  nodes: readonly KnownNode[],
): Promise<KnownPrometheus> {
  const programs = await provide(prometheus, console.log);
  const folder = await writeConfiguration();
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  const endSeconds = Math.floor(Date.now() / 1000 / scrapeSeconds) * scrapeSeconds;
  const text = openMetricsText(nodes, {
    startSeconds: endSeconds - scrapesBefore * scrapeSeconds - scrapeLeadSeconds,
    count: scrapesBefore + scrapesAfter,
    intervalSeconds: scrapeSeconds,
  });
  await makeBlocks(programs.promtool, text, folder);
  const port = await freePort();
  const start = () => startPrometheus(lifetime, programs.prometheus, folder, port);
  let running = await start();
  return {
    url: running.url,
    endScrape: scrapesBefore,
    endMs: endSeconds * 1000,
    stop: () => running.stop(),
    start: async () => {
      running = await start();
    },
  };
}

/** Blocks of OpenMetrics text, in the data folder of a configuration. */
export async function makeBlocks(promtool: string, text: string, folder: string): Promise<void> {
  const file = path.join(folder, 'known.om');
  await writeFile(file, text);
  const args = ['tsdb', 'create-blocks-from', 'openmetrics', file, dataFolder(folder)];
  const { status, output } = await runProgram(promtool, args);
  if (status !== 0) throw new Error(`promtool made no blocks of the known data: ${output}`);
}
