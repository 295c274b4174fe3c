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
  const row = tab.locator('[data-test=hp-account-row][data-class=service]');
  await row.waitFor();
  await tab.reload();
  const { endScrape } = world.prometheus;
  const services = groupsByClass().get('service') ?? [];
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

test('a custom range says what is wrong with it while it is typed, and is shown to its end', async ({
  tab,
  world,
}) => {
  await tab.getByTestId('hp-range').click();
  await tab.getByTestId('hp-range-0').click();
  const [from, to] = [tab.locator('#host-processes-from'), tab.locator('#host-processes-to')];
  // The browser's zone is UTC here, and the fields have minutes.
  const endMs = Math.floor(world.prometheus.endMs / 60_000) * 60_000;
  const input = (ms: number) => new Date(ms).toISOString().slice(0, 16);
  await from.fill(input(endMs));
  await to.fill(input(endMs - 1_200_000));
  const show = tab.getByRole('button', { name: 'Show this range' });
  await expect(tab.getByText('The end must be after the start.')).toBeVisible();
  await expect(show).toBeDisabled();
  await from.fill(input(endMs - 1_200_000));
  await to.fill(input(endMs));
  await show.click();
  await expect(tab).toHaveURL(new RegExp(`endTime=${endMs}`));
  await expect(tab).toHaveURL(/timeRange=1200000/);
  await expect(tab.getByTestId('hp-refresh')).toHaveText('Refresh off');
  const services = groupsByClass().get('service') ?? [];
  const row = tab.locator('[data-test=hp-account-row][data-class=service]');
  const lastScrape = world.prometheus.endScrape - (world.prometheus.endMs - endMs) / 15_000;
  const { average } = expectedCores(services, lastScrape, 1200 / scrapeSeconds);
  await expect.poll(() => valueOf(row, 'average')).toBeCloseTo(average, 6);
});

test('a choice that was overtaken is not waited for', async ({ tab }) => {
  const given = new Set<string>();
  tab.on('requestfailed', (request) => given.add(queryOf(request.url())));
  // Whatever is asked about 15 minutes is never answered.
  await tab.route(/api\/prometheus\/.*query/, async (route) => {
    if (!queryOf(route.request().url()).includes('[15m:')) await route.continue();
  });
  await tab.getByTestId('hp-range').click();
  await tab.getByTestId('hp-range-900000').click();
  await expect(tab.getByTestId('hp-account')).toHaveAttribute('aria-busy', 'true');
  await tab.getByTestId('hp-range').click();
  await tab.getByTestId('hp-range-1800000').click();
  await expect(tab.getByTestId('hp-account')).toHaveAttribute('aria-busy', 'false');
  await expect(tab.getByTestId('hp-range')).toHaveText('Last 30 minutes');
  expect([...given].some((query) => query.includes('[15m:'))).toBe(true);
});

function queryOf(url: string): string {
  return new URL(url).searchParams.get('query') ?? '';
}
