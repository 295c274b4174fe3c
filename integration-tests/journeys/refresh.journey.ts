import type { Page } from '@playwright/test';
import { expect, nodes, tabPath, test, watch } from './world';

const everyMs = 300_000;
/** What the page asks Prometheus for one picture. */
const queriesOfARefresh = 6;

/** Counts what the page asks Prometheus from now on. */
function countQueries(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (/api\/prometheus\/.*query=/.test(request.url())) count++;
  });
  return () => count;
}

/** Headless browsers never hide a page: what the browser would say of it is said in its place. */
async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

async function settled(page: Page): Promise<void> {
  for (const panel of ['hp-account', 'hp-reservation', 'hp-chart', 'hp-groups']) {
    await expect(
      page.locator(`[data-test=${panel}][data-state=ready][aria-busy=false]`),
    ).toBeVisible();
  }
}

test('refreshing stands while the browser tab is hidden, and is made up for at once on return', async ({
  page,
  world,
}) => {
  const failOnFaults = watch(page);
  await page.clock.install({ time: Date.now() });
  await page.goto(world.url + tabPath(nodes.known, { refreshInterval: everyMs }));
  await settled(page);
  const count = countQueries(page);

  await page.clock.fastForward(everyMs);
  await expect.poll(count).toBe(queriesOfARefresh);
  await settled(page);

  await setHidden(page, true);
  await page.clock.fastForward(everyMs);
  await page.clock.fastForward(everyMs);
  expect(count()).toBe(queriesOfARefresh);

  await setHidden(page, false);
  await expect.poll(count).toBe(2 * queriesOfARefresh);
  await settled(page);
  await page.clock.fastForward(everyMs);
  await expect.poll(count).toBe(3 * queriesOfARefresh);
  failOnFaults();
});
