import { expect, test as base, type Page } from '@playwright/test';
import path from 'node:path';
import { beginLifetime, type Lifetime } from '../../demo/launcher/lifetime';
import { createConsoleHost } from '../../demo/server/console-host';
import { openPage } from '../../demo/server/listen';
import { watchPage, type Fault } from '../../demo/smoke/page-faults';
import { projectFolder } from '../../scripts/project-folder';
import {
  clusterPort,
  installation,
  pluginFolder,
  startKnownCluster,
} from '../known-cluster/known-cluster';
import { nodeObjects, nodes } from '../known-cluster/known-nodes';
import { personHeader, type Person } from '../known-cluster/person';
import { scrapeSeconds } from '../known-data/formula';
import type { KnownPrometheus } from '../known-data/known-prometheus';
import { tabPath } from './tab-path';

export { nodes, tabPath };

/** What surrounds every journey: a Prometheus with known data, and a console before it. */
export interface World {
  readonly prometheus: KnownPrometheus;
  readonly url: string;
}

/** A console that runs already (CONTRIBUTING.md says with which options), instead of the local one. */
const givenConsole = process.env.BRIDGE_BASE_ADDRESS;

/** The journeys' range: one hour that ends at a known scrape. */
export const rangeMs = 3_600_000;
export const rangeScrapes = rangeMs / 1000 / scrapeSeconds;

/** The local console before the known cluster. */
async function startLocalConsole(lifetime: Lifetime, prometheusUrl: string): Promise<string> {
  const page = await openPage(0);
  lifetime.add(() => page.close());
  page.serve(
    createConsoleHost({
      hostFolder: path.join(projectFolder, 'dist', 'host'),
      pluginFolder,
      installation,
      nodes: nodeObjects,
      prometheusUrl,
    }),
  );
  return page.url;
}

/** A real console asks for much that the known cluster lacks; what is ours must be without fault. */
function isOurs({ text, url }: Fault): boolean {
  if (givenConsole === undefined) return true;
  const { pathname, search } = new URL(url, givenConsole);
  const byUs = /host-?proc/i.test(text + search) || search.includes('container_cpu_usage');
  return pathname.startsWith('/api/plugins/host-processes/') || byUs;
}

/** From now on the browser belongs to this person. */
export async function sitDown(page: Page, person: Person): Promise<void> {
  await page.setExtraHTTPHeaders({ [personHeader]: person });
}

/** Collects what the browser complains about; the answer fails if there was something of ours. */
export function watch(page: Page): () => void {
  return watchPage(page, isOurs);
}

/** The console greets who comes for the first time with a tour, over the whole page. */
function haveSeenTheTour(): void {
  const key = 'console-user-settings';
  if (!location.protocol.startsWith('http') || localStorage.getItem(key) !== null) return;
  const seen = { 'console.guidedTour': { admin: { completed: true } } };
  localStorage.setItem(key, JSON.stringify(seen));
}

/**
 * The console now and then draws a page before it knows its API server's kinds, and leaves it at that:
 * then we do as a person would.
 */
async function reloadUnreadyPages(page: Page): Promise<void> {
  const unready = page.getByText('Model does not exist');
  await page.addLocatorHandler(unready, () => page.reload(), {
    noWaitAfter: true,
  });
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
        const port = givenConsole === undefined ? 0 : clusterPort;
        const { prometheus, prometheusUrl } = await startKnownCluster(lifetime, port);
        const url = givenConsole ?? (await startLocalConsole(lifetime, prometheusUrl));
        await use({ prometheus, url: url.replace(/\/$/, '') });
      } finally {
        await lifetime.end();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  page: async ({ page }, use) => {
    if (givenConsole !== undefined) {
      await page.addInitScript(haveSeenTheTour);
      await reloadUnreadyPages(page);
    }
    await use(page);
  },
  tab: async ({ page, world }, use) => {
    const failOnFaults = watch(page);
    const state = { timeRange: rangeMs, endTime: world.prometheus.endMs, hpPerPage: 100 };
    await page.goto(world.url + tabPath(nodes.known, state));
    await expect(page.locator('[data-test=hp-account][data-state=ready]')).toBeVisible();
    await expect(page.locator('[data-test=hp-group-row]').first()).toBeVisible();
    await use(page);
    failOnFaults();
  },
});

export { expect };
