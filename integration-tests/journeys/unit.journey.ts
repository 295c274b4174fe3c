import { capacity } from '../known-data/formula';
import { columnOf, valueOf } from './reading';
import { expect, nodes, tabPath, test } from './world';

const percents = /^<?[\d.]+%$/;

test('the tab in percent of the node: account, reservation, chart and table, here and on the next node', async ({
  tab,
  world,
}) => {
  const row = tab.locator('[data-test=hp-group-row][data-group=kubelet]');
  const cores = await valueOf(row, 'now');
  const all = await columnOf(tab, 'now');
  await tab.getByRole('button', { name: '% of node' }).click();
  await expect(tab).toHaveURL(/hpUnit=percent/);
  await expect(row.locator('data[data-test=now]')).toHaveText(
    `${((cores / capacity) * 100).toFixed(1)}%`,
  );
  // The values are the same, and so is their order.
  expect(await columnOf(tab, 'now')).toEqual(all);
  for (const id of ['hp-account-busy', 'hp-reservation-now', 'hp-reservation-maximum']) {
    await expect(tab.locator(`data[data-test=${id}]`)).toHaveText(percents);
  }
  await tab.locator('[data-test=hp-chart] svg path').first().waitFor();
  await expect(tab.getByTestId('hp-chart')).toContainText('% of node, average per');
  await expect(
    tab.locator('[data-test=hp-chart] svg text', { hasText: '%' }).first(),
  ).toBeVisible();
  await tab.getByTestId('hp-chart-cursor').press('End');
  await expect(tab.getByTestId('hp-chart-box')).toContainText('of the node in all');
  await tab.getByTestId('hp-chart-view').click();
  await expect(
    tab.getByTestId('hp-chart-table-row').first().locator('data[data-test=total]'),
  ).toHaveText(percents);
  await tab.goto(world.url + tabPath(nodes.other));
  await expect(tab.locator('data[data-test=hp-account-busy]')).toHaveText(percents);
  await tab.getByRole('button', { name: 'Cores', exact: true }).click();
  await expect(tab.locator('data[data-test=hp-account-busy]')).not.toHaveText(percents);
});
