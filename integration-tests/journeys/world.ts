import { test as base, type Page } from '@playwright/test';
import path from 'node:path';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { createConsoleHost, type ConsoleHostOptions } from '../../demo/server/console-host';
import { openPage } from '../../demo/server/listen';
import { machineNode } from '../../demo/server/machine-node';
import { watchPage } from '../../demo/smoke/page-faults';
import { projectFolder } from '../../scripts/project-folder';
import { agentNamespace, scrapeSeconds } from '../known-data/formula';
import { startKnownPrometheus, type KnownPrometheus } from '../known-data/known-prometheus';

/** Nodes of the known cluster: two report, the third has no agent. */
export const nodes = { known: 'worker-0', other: 'worker-1', silent: 'worker-2' } as const;

/** What surrounds every journey: a Prometheus with known data, and the page for two persons. */
export interface World {
  readonly prometheus: KnownPrometheus;
  /** The page of somebody who may see all metrics, and of somebody who may not. */
  readonly url: string;
  readonly deniedUrl: string;
  /** The page of somebody who may view the agent's namespace, and no more. */
  readonly namespaceUrl: string;
}

/** The journeys' range: one hour that ends at a known scrape. */
export const rangeMs = 3_600_000;
export const rangeScrapes = rangeMs / 1000 / scrapeSeconds;

async function serve(prometheus: ConsoleHostOptions['prometheus']) {
  const page = await openPage(0);
  page.serve(
    createConsoleHost({
      hostFolder: path.join(projectFolder, 'dist', 'host'),
      pluginFolder: path.join(projectFolder, 'dist', 'plugin'),
      installation: { agentNamespace, scrapeIntervalSeconds: scrapeSeconds },
      nodes: Object.values(nodes).map((name) => machineNode(name)),
      prometheus,
    }),
  );
  return page;
}

/** Path of the tab of a node. */
export function tabPath(
  node: string,
  state: Readonly<Record<string, string | number>> = {},
): string {
  const search = new URLSearchParams(
    Object.entries(state).map(([key, value]) => [key, String(value)]),
  );
  return `/k8s/cluster/nodes/${node}/host-processes${search.size > 0 ? `?${search.toString()}` : ''}`;
}

interface Fixtures {
  /** The tab of the known node at the known hour, loaded; complaints of the browser fail the test. */
  readonly tab: Page;
}

export const test = base.extend<Fixtures, { readonly world: World }>({
  world: [
    // Playwright wants the pattern, empty as it is.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const lifetime = beginLifetime();
      try {
        const prometheus = await startKnownPrometheus(lifetime, [nodes.known, nodes.other]);
        const allowed = await serve({ kind: 'proxy', url: prometheus.url });
        lifetime.add(() => allowed.close());
        const denied = await serve({ kind: 'denied' });
        lifetime.add(() => denied.close());
        const ofNamespace = await serve({
          kind: 'namespace',
          url: prometheus.url,
          namespace: agentNamespace,
        });
        lifetime.add(() => ofNamespace.close());
        await use({
          prometheus,
          url: allowed.url,
          deniedUrl: denied.url,
          namespaceUrl: ofNamespace.url,
        });
      } finally {
        await lifetime.end();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  tab: async ({ page, world }, use) => {
    const failOnFaults = watchPage(page);
    const state = { timeRange: rangeMs, endTime: world.prometheus.endMs, hpPerPage: 100 };
    await page.goto(world.url + tabPath(nodes.known, state));
    await page.locator('[data-test=hp-account][data-state=ready]').waitFor();
    await page.locator('[data-test=hp-group-row]').first().waitFor();
    await use(page);
    failOnFaults();
  },
});

export { expect } from '@playwright/test';
