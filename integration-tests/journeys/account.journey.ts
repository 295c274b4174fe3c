import {
  expectedCores,
  expectedPods,
  groupsByClass,
  scrapesOfNow,
} from '../known-data/expectation';
import { capacity, knownGroups } from '../known-data/formula';
import { valueOf } from './reading';
import { expect, nodes, rangeMs, rangeScrapes, sitDown, tabPath, test } from './world';

test('the account shows every class with the cores that the formula gives', async ({
  tab,
  world,
}) => {
  const { endScrape } = world.prometheus;
  for (const [cpuClass, groups] of groupsByClass()) {
    if (cpuClass === 'pod') continue;
    const row = tab.locator(`[data-test=hp-account-row][data-class=${cpuClass}]`);
    const expected = expectedCores(groups, endScrape, rangeScrapes);
    expect(await valueOf(row, 'now'), `${cpuClass} now`).toBeCloseTo(expected.now, 6);
    expect(await valueOf(row, 'average'), `${cpuClass} average`).toBeCloseTo(expected.average, 6);
  }
});

test("the pods are split as kubelet tells them, in our windows, and the rest is no pod's", async ({
  tab,
  world,
}) => {
  const expected = expectedPods(world.prometheus.endScrape, scrapesOfNow);
  for (const [cpuClass, cores] of [
    ['infrastructure-pod', expected.infrastructure],
    ['workload-pod', expected.workload],
    ['pod', expected.unsplit],
  ] as const) {
    const row = tab.locator(`[data-test=hp-account-row][data-class=${cpuClass}]`);
    expect(await valueOf(row, 'now'), cpuClass).toBeCloseTo(cores, 6);
  }
});

test("who may view the agent's namespace sees the same account, with pods in one piece", async ({
  page,
  world,
}) => {
  const { endMs, endScrape } = world.prometheus;
  const state = { timeRange: rangeMs, endTime: endMs };
  await sitDown(page, 'viewer');
  await page.goto(world.url + tabPath(nodes.known, state));
  await page.locator('[data-test=hp-account][data-state=ready]').waitFor();
  await expect(page.getByTestId('hp-pods-not-split')).toContainText('cluster-monitoring-view');
  const row = page.locator('[data-test=hp-account-row][data-class=pod]');
  const expected = expectedCores(groupsByClass().get('pod') ?? [], endScrape, rangeScrapes);
  expect(await valueOf(row, 'now')).toBeCloseTo(expected.now, 6);
  await expect(page.locator('[data-test=hp-groups][data-state=ready]')).toBeVisible();
  await expect(page.locator('[data-test=hp-chart][data-state=ready]')).toBeVisible();
});

test('the headline is the sum of all classes, of the capacity', async ({ tab, world }) => {
  const { now } = expectedCores(knownGroups, world.prometheus.endScrape, rangeScrapes);
  const account = tab.getByTestId('hp-account');
  expect(await valueOf(account, 'hp-account-busy')).toBeCloseTo(now, 6);
  await expect(account).toContainText(`of ${capacity} cores in use`);
  const shown = await account
    .locator('[data-test=hp-account-row][data-class] data[data-test=now]')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('value'))));
  expect(shown.reduce((sum, cores) => sum + cores, 0)).toBeCloseTo(now, 6);
});
