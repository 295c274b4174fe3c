import { setTimeout as sleep } from 'node:timers/promises';
import type { Cgroup } from '../cgroups/cgroup';
import { parseExposition } from '../exposition/parse-exposition';
import { readNodeTimes } from './node-times';
import { type Scrape, seriesOf, type Truth } from './record';

/** Where to scrape (URLs); process-exporter only as long as it runs. */
export interface Targets {
  readonly agent: string;
  processExporter: string | undefined;
}

/** Scrapes on a fixed clock, as Prometheus does, and keeps everything. */
export class Recorder {
  readonly scrapes: Scrape[] = [];
  private nextMs = performance.now();

  constructor(
    private readonly targets: Targets,
    private readonly watched: ReadonlyMap<string, Cgroup>,
    private readonly intervalMs: number,
  ) {}

  /** Scrapes when the interval is over. */
  async scrape(): Promise<Scrape> {
    await sleep(Math.max(0, this.nextMs - performance.now()));
    const atSeconds = performance.now() / 1000;
    this.nextMs += this.intervalMs;
    const before = this.readTruth();
    const agentText = await getText(this.targets.agent);
    const after = this.readTruth();
    const { processExporter: url } = this.targets;
    const otherText = url === undefined ? '' : await getText(url);
    const agent = seriesOf(parseExposition(agentText));
    const processExporter = seriesOf(parseExposition(otherText));
    const scrape = { atSeconds, before, after, agent, processExporter };
    this.scrapes.push(scrape);
    return scrape;
  }

  /** Scrapes on until the work is done. */
  async scrapeDuring(work: Promise<unknown>): Promise<void> {
    const ended = work.then(() => 'ended' as const);
    // It may fail while a scrape is under way.
    ended.catch(() => undefined);
    for (;;) {
      const interval = sleep(Math.max(0, this.nextMs - performance.now()), 'interval' as const);
      if ((await Promise.race([ended, interval])) === 'ended') return;
      await this.scrape();
    }
  }

  private readTruth(): Truth {
    const usageUsec = new Map<string, number>();
    for (const [name, cgroup] of this.watched) usageUsec.set(name, cgroup.usageUsec());
    return { node: readNodeTimes(), usageUsec };
  }
}

async function getText(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`Expected an exposition at ${url}, found ${response.status}: ${text.trim()}`);
  }
  return text;
}
