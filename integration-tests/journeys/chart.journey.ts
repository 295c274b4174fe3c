import { countDrawnPaths } from '../../demo/smoke/tab-reading';
import { groupsByClass } from '../known-data/expectation';
import { expect, test } from './world';

test('the chart draws an area for every class', async ({ tab }) => {
  await expect(tab.locator('[data-test=hp-chart][data-state=ready]')).toBeVisible();
  const classes = [...groupsByClass().keys(), 'infrastructure-pod', 'workload-pod'];
  expect(await countDrawnPaths(tab)).toBeGreaterThanOrEqual(classes.length);
  for (const cpuClass of classes) {
    const entry = tab.locator(`[data-test=hp-chart-legend] [data-class=${cpuClass}]`);
    await expect(entry).toBeVisible();
  }
});

test('the largest groups and what they leave add up to all classes', async ({ tab }) => {
  const moment = async () => {
    await tab.getByTestId('hp-chart-cursor').press('Home');
    const box = tab.getByTestId('hp-chart-box');
    const values = await box
      .locator('[data-class] data')
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute('value'))));
    return { values, sum: values.reduce((sum, cores) => sum + cores, 0) };
  };
  const byClass = await moment();
  expect(byClass.values).toEqual([...byClass.values].sort((a, b) => b - a));
  await tab.getByTestId('hp-chart-by').click();
  await tab.getByTestId('hp-chart-by-group').click();
  await expect(tab).toHaveURL(/hpBy=group/);
  await tab.getByTestId('hp-chart-top').click();
  await tab.getByTestId('hp-chart-top-5').click();
  await expect(tab.locator('[data-test=hp-chart-legend] [data-class=other]')).toBeVisible();
  // Five groups, the rest of the host, and three kinds of pods.
  await expect(tab.locator('[data-test=hp-chart-legend] button')).toHaveCount(9);
  const byGroup = await moment();
  expect(byGroup.sum).toBeCloseTo(byClass.sum, 9);
});

test('the legend takes a layer away, keeps that in the URL, and brings it back', async ({
  tab,
}) => {
  const services = tab.locator('[data-test=hp-chart-legend] [data-layer=service]');
  await services.click();
  await expect(services).toHaveAttribute('aria-pressed', 'false');
  await expect(tab).toHaveURL(/hpHide=service/);
  await expect(tab.getByText('1 hidden')).toBeVisible();
  await services.click();
  await expect(tab).not.toHaveURL(/hpHide/);
});
