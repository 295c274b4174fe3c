import { rm } from 'node:fs/promises';
import path from 'node:path';
import { provide, type Say } from '../../scripts/parts/part';
import { prometheus } from '../../scripts/parts/prometheus';
import { projectFolder } from '../../scripts/project-folder';
import { createConsoleHost } from '../server/console-host';
import { openPage } from '../server/listen';
import { machineNode } from '../server/machine-node';
import { startAgent } from './agent';
import { buildAll } from './builds';
import type { Lifetime } from './lifetime';
import { startPrometheus, writeConfiguration } from './prometheus';

const scrapeIntervalSeconds = 5;

/** A demo that runs: where its page is, and where its numbers come from. */
export interface Demo {
  /** The tab's address. */
  readonly tabUrl: string;
  readonly prometheusUrl: string;
  readonly node: string;
}

/** From nothing to a page that shows this machine: agent, Prometheus, page, in the order of the data. */
export async function startDemo(lifetime: Lifetime, port: number, say: Say): Promise<Demo> {
  // First, because a port in use should be heard of before minutes of building.
  const page = await openPage(port);
  lifetime.add(() => page.close());
  const programs = await provide(prometheus, say);
  await buildAll(say, lifetime.signal);
  lifetime.signal.throwIfAborted();

  const node = machineNode();
  const { name } = node.metadata;
  say('Starting the agent …');
  const target = await startAgent(lifetime, scrapeIntervalSeconds);
  say('Starting Prometheus …');
  const folder = await writeConfiguration({
    target,
    node: name,
    intervalSeconds: scrapeIntervalSeconds,
  });
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  const { url: prometheusUrl } = await startPrometheus(lifetime, programs.prometheus, folder);

  page.serve(
    createConsoleHost({
      hostFolder: path.join(projectFolder, 'dist', 'host'),
      pluginFolder: path.join(projectFolder, 'dist', 'plugin'),
      installation: { agentNamespace: 'host-processes', scrapeIntervalSeconds },
      nodes: [node],
      prometheusUrl,
    }),
  );
  const tabUrl = `${page.url}/k8s/cluster/nodes/${encodeURIComponent(name)}/host-processes`;
  return { tabUrl, prometheusUrl, node: name };
}
