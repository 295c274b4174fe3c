import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { startPrometheus } from '../../demo/launcher/prometheus';
import { ask } from '../../https-server/testdata/ask';
import { provide } from '../../scripts/parts/part';
import { prometheus } from '../../scripts/parts/prometheus';

/** One scrape of Prometheus by the name of its job, and the files that it is made with. */
export interface Job {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** @param folder where the files are */
  config(folder: string): Record<string, unknown>;
}

interface ActiveTarget {
  readonly scrapePool: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly health: string;
  readonly lastError: string;
}

/** A real Prometheus with these jobs. */
export class ScrapingPrometheus {
  private constructor(
    private readonly url: string,
    private readonly folder: string,
  ) {}

  static async start(lifetime: Lifetime, jobs: readonly Job[]): Promise<ScrapingPrometheus> {
    const programs = await provide(prometheus, () => undefined);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'host-processes-prometheus-'));
    lifetime.add(() => rm(folder, { recursive: true, force: true }));
    const configs = jobs.map((job) => {
      mkdirSync(path.join(folder, job.name));
      return { ...job.config(path.join(folder, job.name)), job_name: job.name };
    });
    writeFileSync(
      path.join(folder, 'prometheus.yml'),
      stringify({ scrape_configs: configs }, { aliasDuplicateObjects: false }),
    );
    for (const { name, files } of jobs) writeFiles(path.join(folder, name), files);
    const { url } = await startPrometheus(lifetime, programs.prometheus, folder);
    return new ScrapingPrometheus(url, folder);
  }

  /** Changes files of a job; Prometheus reads them anew at its next scrape. */
  replace(job: string, files: Readonly<Record<string, string>>): void {
    writeFiles(path.join(this.folder, job), files);
  }

  /** What it says about a job's target, once it scraped it: `up` or what went wrong. */
  async stateOf(job: string): Promise<string> {
    const { health, lastError } = await this.target(job);
    return lastError || health;
  }

  /** Waits until it says that; what it says instead is seen when the test's time is over. */
  async until(job: string, isSo: (state: string) => boolean): Promise<string> {
    for (;;) {
      const state = await this.stateOf(job);
      if (isSo(state)) return state;
      await sleep(200);
    }
  }

  async labelsOf(job: string): Promise<Readonly<Record<string, string>>> {
    return (await this.target(job)).labels;
  }

  /** The result of an instant query: labels and value of each series. */
  async query(
    query: string,
  ): Promise<readonly { metric: Record<string, string>; value: number }[]> {
    const search = new URLSearchParams({ query }).toString();
    const { text } = await ask(`${this.url}/api/v1/query?${search}`);
    const { result } = (
      JSON.parse(text) as {
        data: { result: { metric: Record<string, string>; value: [number, string] }[] };
      }
    ).data;
    return result.map(({ metric, value: [, value] }) => ({ metric, value: Number(value) }));
  }

  private async target(job: string): Promise<ActiveTarget> {
    for (;;) {
      const { text } = await ask(`${this.url}/api/v1/targets`);
      const { activeTargets } = (JSON.parse(text) as { data: { activeTargets: ActiveTarget[] } })
        .data;
      const found = activeTargets.find(({ scrapePool }) => scrapePool === job);
      if (found && found.health !== 'unknown') return found;
      await sleep(200);
    }
  }
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
}
