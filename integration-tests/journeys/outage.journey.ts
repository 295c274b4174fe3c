import { readFile } from 'node:fs/promises';
import { coresOf, scrapesOfNow } from '../known-data/expectation';
import { knownGroups, otherLives, scrapeSeconds } from '../known-data/formula';
import { valueOf } from './reading';
import { expect, nodes, rangeMs, tabPath, test, watch } from './world';

// The agent of this node began within the range, was away for a while, and counted anew.

const [before, after] = otherLives as [(typeof otherLives)[number], (typeof otherLives)[number]];

test.beforeEach(async ({ page, world }) => {
  const state = { timeRange: rangeMs, endTime: world.prometheus.endMs, hpPerPage: 100 };
  await page.goto(world.url + tabPath(nodes.other, state));
  await page.locator('[data-test=hp-chart][data-state=ready]').waitFor();
});

test('a range that reaches back before the data says what there is data of', async ({ page }) => {
  const failOnFaults = watch(page);
  await expect(page.getByTestId('hp-toolbar')).toContainText(/Data from .*, 30 minutes/);
  failOnFaults();
});

test('the exported chart has a gap where the agent was away, and no spike where it came back', async ({
  page,
  world,
}) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('hp-chart-csv').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^host-processes-worker-1-by-class-.*Z\.csv$/);
  const [heads = '', ...lines] = (await readFile(await download.path(), 'utf8'))
    .trimEnd()
    .split('\r\n');
  expect(heads.split(',')[0]).toBe('Time');
  const rows = lines.map((line) => {
    const [time = '', ...cores] = line.split(',');
    const known = cores.filter((text) => text !== '').map(Number);
    return {
      scrape:
        world.prometheus.endScrape +
        (Date.parse(time) - world.prometheus.endMs) / 1000 / scrapeSeconds,
      total: known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0),
    };
  });
  const window = 4;
  for (const { scrape, total } of rows) {
    const [lastWith, firstWith] = [before.last + window - 2, after.first + 1];
    const inGap = scrape > lastWith && scrape < firstWith;
    if (scrape < before.first + 1 || inGap) expect(total, `scrape ${scrape}`).toBeUndefined();
    else expect(total, `scrape ${scrape}`).toBeDefined();
  }
  const bound = knownGroups.reduce((sum, { mean, swing, also = [] }) => {
    const inside = also.reduce((all, one) => all + one.mean * (1 + one.swing), 0);
    return sum + mean * (1 + swing) + inside;
  }, 0);
  for (const { total = 0 } of rows) expect(total).toBeLessThanOrEqual(bound);
});

test('the chart has no line across the outage, and says so under the cursor', async ({ page }) => {
  const cursor = page.getByTestId('hp-chart-cursor');
  await cursor.press('End');
  // 15 minutes back, and into the middle of the five that are missing.
  const steps = (15 * 60) / scrapeSeconds - 10;
  for (let i = 0; i < steps; i++) await cursor.press('ArrowLeft');
  await expect(page.getByTestId('hp-chart-box')).toContainText('No data');
});

test('the table knows no spike either', async ({ page, world }) => {
  const [kubelet] = knownGroups.filter(({ groupname }) => groupname === 'kubelet');
  if (kubelet === undefined) throw new Error('The known data has no kubelet.');
  const row = page.locator('[data-test=hp-group-row][data-group=kubelet]');
  await row.waitFor();
  const { endScrape } = world.prometheus;
  expect(await valueOf(row, 'now')).toBeCloseTo(coresOf([kubelet], endScrape, scrapesOfNow), 6);
  const most = kubelet.mean * (1 + kubelet.swing);
  expect(await valueOf(row, 'max')).toBeLessThanOrEqual(most);
  expect(await valueOf(row, 'min')).toBeGreaterThanOrEqual(kubelet.mean * (1 - kubelet.swing));
});
