import { countDrawnPaths } from '../../demo/smoke/tab-reading';
import { groupsByClass } from '../known-data/expectation';
import { expect, test } from './world';

test('the chart draws an area for every class', async ({ tab }) => {
  await expect(tab.locator('[data-test=hp-chart][data-state=ready]')).toBeVisible();
  expect(await countDrawnPaths(tab)).toBeGreaterThanOrEqual(groupsByClass().size);
  for (const cpuClass of groupsByClass().keys()) {
    const entry = tab.locator(`[data-test=hp-chart-legend] [data-class=${cpuClass}]`);
    await expect(entry).toBeVisible();
  }
});
