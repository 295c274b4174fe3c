import { expectedCores, groupsByClass } from '../known-data/expectation';
import { capacity, knownGroups } from '../known-data/formula';
import { valueOf } from './reading';
import { expect, rangeScrapes, test } from './world';

test('the account shows every class with the cores that the formula gives', async ({
  tab,
  world,
}) => {
  const { endScrape } = world.prometheus;
  for (const [cpuClass, groups] of groupsByClass()) {
    const row = tab.locator(`[data-test=hp-account-row][data-class=${cpuClass}]`);
    const expected = expectedCores(groups, endScrape, rangeScrapes);
    expect(await valueOf(row, 'now'), `${cpuClass} now`).toBeCloseTo(expected.now, 6);
    expect(await valueOf(row, 'average'), `${cpuClass} average`).toBeCloseTo(expected.average, 6);
  }
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
