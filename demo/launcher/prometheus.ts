import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { answers } from './answers';
import { startChild } from './child';
import { freePort } from './free-port';
import type { Lifetime } from './lifetime';
import { shippedRules } from './shipped-rules';

/** What Prometheus scrapes, how often, and under which name of a node. */
export interface Scraping {
  /** HOST:PORT of the agent. */
  readonly target: string;
  readonly node: string;
  readonly intervalSeconds: number;
  /** How often rules are evaluated; as often as it scrapes, unless said otherwise. */
  readonly evaluationMs?: number;
}

/** A Prometheus that answers. */
export interface RunningPrometheus {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

/** A folder of Prometheus' own, with its configuration and the rules that we ship. */
export async function writeConfiguration(scraping?: Scraping): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'host-processes-prometheus-'));
  const interval = `${scraping?.intervalSeconds ?? 15}s`;
  // Four scrapes and more in every window, as the shipped [1m] has them at 15 s.
  const rules = shippedRules(`${(scraping?.intervalSeconds ?? 15) * 4}s`);
  await Promise.all(rules.map(({ name, text }) => writeFile(path.join(folder, name), text)));
  const configuration = {
    global: {
      scrape_interval: interval,
      evaluation_interval: scraping?.evaluationMs ? `${scraping.evaluationMs}ms` : interval,
    },
    rule_files: rules.map(({ name }) => name),
    scrape_configs: scraping ? [scrapeConfig(scraping)] : [],
  };
  await writeFile(path.join(folder, 'prometheus.yml'), stringify(configuration));
  return folder;
}

function scrapeConfig({ target, node }: Scraping) {
  // On a cluster both labels are the node's name, too (the chart's ServiceMonitor relabels them).
  return {
    job_name: 'host-processes',
    static_configs: [{ targets: [target], labels: { instance: node, node } }],
  };
}

/** Where `startPrometheus` keeps the data of a folder of `writeConfiguration`. */
export function dataFolder(folder: string): string {
  return path.join(folder, 'data');
}

/** Starts Prometheus on a folder of `writeConfiguration`; on a free port, unless one is given. */
export async function startPrometheus(
  lifetime: Lifetime,
  program: string,
  folder: string,
  port?: number,
): Promise<RunningPrometheus> {
  const address = `127.0.0.1:${port ?? (await freePort())}`;
  const child = await startChild(lifetime, 'Prometheus', program, [
    `--config.file=${path.join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${dataFolder(folder)}`,
    `--web.listen-address=${address}`,
    '--log.level=warn',
  ]);
  await answers(child, `http://${address}/-/ready`);
  return { pid: child.pid, url: `http://${address}`, stop: () => child.stop() };
}
