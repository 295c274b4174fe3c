import type { Browser, Page } from '@playwright/test';
import path from 'node:path';
import { shownNode } from './cluster-series';
import { endMs } from './data-set';
import { gzipBytes, ownChunks, pluginScript } from './own-chunks';

/** What `inside-page.mjs` notes down. */
interface ProbeNotes {
  readonly clickedMs?: number;
  readonly completeMs?: number;
  readonly longTasksMs: readonly number[];
}

declare global {
  interface Window {
    hostProcessesProbe?: ProbeNotes;
  }
}

/** One opening of the tab: from the click to the first complete picture. */
export interface Opening {
  readonly completeMs: number;
  readonly requests: number;
  /** The longest task between the click and the complete picture; 0 when none was longer than 50 ms. */
  readonly longestTaskMs: number;
  readonly tabBytes: number;
  readonly entryBytes: number;
}

const scrapeMs = 15_000;

/** The page of the node on show, in a browser whose clock stands at the end of the data. */
export async function openNodePage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1500, height: 1200 } });
  const page = await context.newPage();
  await page.clock.setFixedTime(endMs);
  await page.addInitScript({ path: path.join(import.meta.dirname, 'inside-page.mjs') });
  await page.goto(`${url}/k8s/cluster/nodes/${shownNode}`);
  await page.getByRole('tab', { name: 'Host processes' }).waitFor();
  return page;
}

/** Clicks on the tab, and waits until everything is there. */
export async function openTab(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Host processes' }).click();
  await page.waitForFunction(() => window.hostProcessesProbe?.completeMs !== undefined);
}

/** Opens the tab in a fresh browser profile, and says what it took. */
export async function measureOpening(browser: Browser, url: string): Promise<Opening> {
  const page = await openNodePage(browser, url);
  try {
    const scripts: string[] = [];
    let requests = 0;
    const entry = await page.evaluate(() =>
      [...document.scripts].map(({ src }) => src).filter((src) => src.includes('/api/plugins/')),
    );
    page.on('request', (request) => {
      const script = pluginScript(request.url());
      if (script !== undefined) scripts.push(script);
      if (request.url().includes('/api/prometheus')) requests++;
    });
    await openTab(page);
    const notes = await page.evaluate(() => window.hostProcessesProbe);
    if (notes?.clickedMs === undefined || notes.completeMs === undefined) {
      throw new Error('The page noted neither its click nor its complete picture.');
    }
    return {
      completeMs: notes.completeMs - notes.clickedMs,
      requests,
      longestTaskMs: Math.max(0, ...notes.longTasksMs),
      tabBytes: gzipBytes(ownChunks(scripts)),
      entryBytes: gzipBytes(entry.flatMap((src) => pluginScript(src) ?? [])),
    };
  } finally {
    await page.context().close();
  }
}

/** Bytes that the page's JavaScript holds after garbage was collected. */
async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  // Twice: what a finalizer lets go of is collected by the second.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** The heap after each of these numbers of refreshes, each of which asks about another moment. */
export async function measureHeap(
  browser: Browser,
  url: string,
  refreshes: readonly number[],
): Promise<number[]> {
  const page = await openNodePage(browser, url);
  try {
    await openTab(page);
    const heaps: number[] = [];
    const last = Math.max(...refreshes);
    // Back in time first, so that there is data of every moment.
    for (let done = 1; done <= last; done++) {
      await page.clock.setFixedTime(endMs - (last - done) * scrapeMs);
      const answered = page.waitForResponse((response) => response.url().includes('query_range'));
      // As when somebody comes back to the browser tab: the page refreshes at once.
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await answered;
      await page.locator('[data-test=hp-chart][aria-busy=false]').waitFor();
      await page.locator('[data-test=hp-groups][aria-busy=false]').waitFor();
      if (refreshes.includes(done)) heaps.push(await heapBytes(page));
    }
    return heaps;
  } finally {
    await page.context().close();
  }
}
