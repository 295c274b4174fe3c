import { groupsByClass, expectedCores } from '../known-data/expectation';
import { scrapeSeconds } from '../known-data/formula';
import { valueOf } from './reading';
import { expect, nodes, tabPath, test } from './world';

test('another range is in the URL, and Back undoes it', async ({ tab }) => {
  const pinned = tab.url();
  await tab.getByTestId('hp-range').click();
  await tab.getByTestId('hp-range-900000').click();
  await expect(tab).toHaveURL(/timeRange=900000/);
  await expect(tab).not.toHaveURL(/endTime=/);
  await expect(tab.locator('[data-test=hp-account][data-state=ready]')).toBeVisible();
  await tab.goBack();
  await expect(tab).toHaveURL(pinned);
});

test('a reload shows the same range with the numbers of that range', async ({ tab, world }) => {
  const timeRange = 900_000;
  await tab.goto(world.url + tabPath(nodes.known, { timeRange, endTime: world.prometheus.endMs }));
  await tab.reload();
  const { endScrape } = world.prometheus;
  const services = groupsByClass().get('service') ?? [];
  const row = tab.locator('[data-test=hp-account-row][data-class=service]');
  await row.waitFor();
  const { average } = expectedCores(services, endScrape, timeRange / 1000 / scrapeSeconds);
  expect(await valueOf(row, 'average')).toBeCloseTo(average, 6);
});

test('a range that moves with the clock shows data without any parameter', async ({
  page,
  world,
}) => {
  await page.goto(world.url + tabPath(nodes.known));
  await expect(page.locator('[data-test=hp-account][data-state=ready]')).toBeVisible();
  await expect(page.locator('[data-test=hp-chart][data-state=ready]')).toBeVisible();
  await expect(page.locator('[data-test=hp-groups][data-state=ready]')).toBeVisible();
});
