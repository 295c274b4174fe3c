import { expectedCores } from '../known-data/expectation';
import { knownGroups } from '../known-data/formula';
import { columnOf, groupNames, valueOf } from './reading';
import { expect, nodes, rangeMs, rangeScrapes, tabPath, test } from './world';

test('every group has the numbers that the formula gives', async ({ tab, world }) => {
  await expect(tab.getByTestId('hp-group-row')).toHaveCount(knownGroups.length);
  for (const group of knownGroups) {
    const row = tab.locator(
      `[data-test=hp-group-row][data-group="${group.groupname}"][data-class=${group.class}][data-unit="${group.unit}"]`,
    );
    const expected = expectedCores([group], world.prometheus.endScrape, rangeScrapes);
    for (const column of ['now', 'average', 'min', 'max'] as const) {
      expect(await valueOf(row, column), `${group.groupname} ${column}`).toBeCloseTo(
        expected[column],
        6,
      );
    }
  }
});

const numeric = [
  ['now', 'Cores now'],
  ['average', 'Average'],
  ['min', 'Min'],
  ['max', 'Max'],
  ['share', 'Share of busy'],
] as const;

for (const [column, head] of numeric) {
  test(`${head} sorts by number, both ways`, async ({ tab }) => {
    const header = tab.getByRole('columnheader', { name: head, exact: true });
    for (let click = 0; click < 2; click++) {
      // A column that does not sort has no such attribute at all.
      const before = await header.getAttribute('aria-sort');
      await header.getByRole('button').click();
      await expect.poll(() => header.getAttribute('aria-sort')).not.toBe(before);
      const descending = (await header.getAttribute('aria-sort')) === 'descending';
      const values = (await columnOf(tab, column)).map(Number);
      expect(values).toEqual([...values].sort((a, b) => (descending ? b - a : a - b)));
      expect(new Set(values).size).toBeGreaterThan(10);
    }
  });
}

test('Name sorts by text', async ({ tab }) => {
  await tab.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(tab.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  const names = await groupNames(tab);
  expect(names).toEqual([...names].sort(new Intl.Collator('en', { numeric: true }).compare));
});

test('sorting is over all rows, not over the page on show', async ({ page, world }) => {
  const state = { timeRange: rangeMs, endTime: world.prometheus.endMs, hpSort: 'now' };
  await page.goto(world.url + tabPath(nodes.known, state));
  await expect(page.getByTestId('hp-group-row')).toHaveCount(20);
  const shown = (await columnOf(page, 'now')).map(Number);
  const all = knownGroups
    .map((group) => expectedCores([group], world.prometheus.endScrape, rangeScrapes).now)
    .sort((a, b) => a - b);
  shown.forEach((cores, i) => expect(cores).toBeCloseTo(all[i] ?? NaN, 6));
});

test('the search keeps the groups whose name or unit holds the text', async ({ tab }) => {
  const search = tab.getByTestId('hp-groups-search').getByRole('textbox');
  await search.fill('crio');
  await expect(tab.getByTestId('hp-group-row')).toHaveCount(2);
  expect((await groupNames(tab)).sort()).toEqual(['conmon', 'crio']);
  await expect(tab).toHaveURL(/hpSearch=crio/);
  await search.fill('no such group');
  await expect(tab.getByText('No results found')).toBeVisible();
  await search.fill('');
  await expect(tab.getByTestId('hp-group-row')).toHaveCount(knownGroups.length);
});

test('the search keeps every letter of somebody who types as slowly as it waits', async ({
  tab,
}) => {
  const search = tab.getByTestId('hp-groups-search').getByRole('textbox');
  await search.pressSequentially('kubelet.service', { delay: 205 });
  await expect(tab).toHaveURL(/hpSearch=kubelet\.service/);
  await expect(search).toHaveValue('kubelet.service');
});
