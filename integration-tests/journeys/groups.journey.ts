import type { Locator } from '@playwright/test';
import { expectedCores, expectedFigures } from '../known-data/expectation';
import {
  knownFacts,
  knownGroups,
  knownPods,
  knownThreads,
  type KnownUse,
} from '../known-data/formula';
import { columnOf, groupNames, valueOf } from './reading';
import { expect, nodes, rangeMs, rangeScrapes, tabPath, test, type World } from './world';

const hostGroups = knownGroups.filter((group) => group.class !== 'pod');
/** Groups of the host, pods, and what nobody splits. */
const rowCount = hostGroups.length + knownPods.length + 1;

async function expectNumbers(row: Locator, use: KnownUse, { prometheus }: World): Promise<void> {
  const { endScrape, endMs } = prometheus;
  const expected = expectedCores([use], endScrape, rangeScrapes);
  for (const column of ['now', 'average'] as const) {
    expect(await valueOf(row, column), column).toBeCloseTo(expected[column], 6);
  }
  expect(expectedFigures([use], endScrape, endMs / 1000, rangeScrapes)).toContainEqual({
    min: expect.closeTo(await valueOf(row, 'min'), 6),
    max: expect.closeTo(await valueOf(row, 'max'), 6),
    p95: expect.closeTo(await valueOf(row, 'p95'), 6),
  });
}

test('every group has the numbers that the formula gives', async ({ tab, world }) => {
  await expect(tab.getByTestId('hp-group-row')).toHaveCount(rowCount);
  for (const group of hostGroups) {
    const row = tab.locator(
      `[data-test=hp-group-row][data-group="${group.groupname}"][data-class=${group.class}][data-unit="${group.unit}"]`,
    );
    await test.step(group.groupname, () => expectNumbers(row, group, world));
  }
});

test('every pod has the numbers that kubelet tells, in the same windows as the groups', async ({
  tab,
  world,
}) => {
  for (const pod of knownPods) {
    const row = tab.locator(
      `[data-test=hp-group-row][data-kind=pod][data-group="${pod.pod}"][data-unit="${pod.namespace}"]`,
    );
    await expect(row).toHaveAttribute(
      'data-class',
      pod.infrastructure ? 'infrastructure-pod' : 'workload-pod',
    );
    await test.step(pod.pod, () => expectNumbers(row, pod, world));
  }
});

test('a group opens to its threads, its counts and its memory', async ({ tab, world }) => {
  const row = tab.locator('[data-test=hp-group-row][data-group=kubelet]');
  await row.getByRole('button', { name: 'Details' }).click();
  const details = tab.getByTestId('hp-group-details');
  await expect(details.getByTestId('hp-thread-row')).toHaveCount(knownThreads.length);
  for (const thread of knownThreads) {
    const line = details.locator(`[data-thread="${thread.threadname}"]`);
    const expected = expectedCores([thread], world.prometheus.endScrape, rangeScrapes);
    expect(await valueOf(line, 'now'), thread.threadname).toBeCloseTo(expected.now, 6);
    expect(await valueOf(line, 'average'), thread.threadname).toBeCloseTo(expected.average, 6);
  }
  expect(await valueOf(details, 'processes')).toBe(knownFacts.processes);
  expect(await valueOf(details, 'threads')).toBe(knownFacts.threads);
  expect(await valueOf(details, 'memory')).toBe(knownFacts.residentBytes);
  expect(await valueOf(details, 'started')).toBe(knownFacts.startSeconds * 1000);
  await tab.reload();
  await expect(details.getByTestId('hp-thread-row')).toHaveCount(knownThreads.length);
});

test('a pod opens to where it belongs, and leads to its own page', async ({ tab }) => {
  const [pod] = knownPods;
  const row = tab.locator(`[data-test=hp-group-row][data-group="${pod?.pod}"]`);
  await row.getByRole('button', { name: 'Details' }).click();
  const details = tab.getByTestId('hp-pod-details');
  await expect(details).toContainText(pod?.namespace ?? '');
  await expect(details).toContainText('Infrastructure');
  await expect(details.getByRole('link', { name: pod?.pod ?? '' })).toHaveAttribute(
    'href',
    `/k8s/ns/${pod?.namespace}/pods/${pod?.pod}`,
  );
});

test('pages hold all rows once', async ({ tab }) => {
  await tab
    .getByTestId('hp-groups')
    .getByRole('button', { name: 'Items per page' })
    .first()
    .click();
  await tab.getByRole('menuitem', { name: '20 per page' }).click();
  await expect(tab.getByTestId('hp-group-row')).toHaveCount(20);
  const first = await groupNames(tab);
  await tab.getByRole('button', { name: 'Next page' }).first().click();
  await expect(tab).toHaveURL(/hpPage=2/);
  await expect(tab.getByTestId('hp-group-row')).toHaveCount(rowCount - 20);
  const all = [...first, ...(await groupNames(tab))];
  const names = [
    ...hostGroups.map(({ groupname }) => groupname),
    ...knownPods.map(({ pod }) => pod),
  ];
  expect(all.sort()).toEqual([...names, ''].sort());
});

test('a class narrows the table down', async ({ tab }) => {
  await tab.getByTestId('hp-class-filter').click();
  await tab.getByRole('checkbox', { name: 'Workload pods' }).click();
  await expect(tab).toHaveURL(/hpClass=workload-pod/);
  await expect.poll(async () => (await groupNames(tab)).sort()).toEqual(['db-0', 'web-0']);
});

test('the platform alone, then a class of it, then all again', async ({ tab }) => {
  const isPlatform = ({ infrastructure }: (typeof knownPods)[number]) => infrastructure;
  const platformRows = hostGroups.length + knownPods.filter(isPlatform).length;
  await tab.locator('label[for=host-processes-platform-only]').click();
  await expect(tab).toHaveURL(/hpPlatform=1/);
  await expect(tab.getByTestId('hp-group-row')).toHaveCount(platformRows);
  await expect(tab.getByTestId('hp-groups-count')).toHaveText(
    `${platformRows} process groups and pods`,
  );
  await tab.getByTestId('hp-class-filter').click();
  await tab.getByRole('checkbox', { name: 'Workload pods' }).click();
  await expect(tab.getByText('No results found')).toBeVisible();
  await tab.getByRole('button', { name: 'Remove the filter Workload pods' }).click();
  await expect(tab.getByTestId('hp-group-row')).toHaveCount(platformRows);
  await tab.getByTestId('hp-clear-filters').click();
  await expect(tab.getByTestId('hp-group-row')).toHaveCount(rowCount);
  await expect(tab).not.toHaveURL(/hpPlatform|hpClass/);
});

const numeric = [
  ['now', 'Cores now'],
  ['average', 'Average'],
  ['min', 'Min'],
  ['p95', '95th percentile'],
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
      // What nobody splits has no extremes, and stands last both ways.
      const values = (await columnOf(tab, column)).map(Number).slice(0, rowCount - 1);
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
  const all = [...hostGroups, ...knownPods]
    .map((use) => expectedCores([use], world.prometheus.endScrape, rangeScrapes).now)
    .sort((a, b) => a - b);
  // The smallest twenty are none of what nobody splits.
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
  await expect(tab.getByTestId('hp-group-row')).toHaveCount(rowCount);
});

test('the search keeps every letter of somebody who types as slowly as it waits', async ({
  tab,
}) => {
  const search = tab.getByTestId('hp-groups-search').getByRole('textbox');
  await search.pressSequentially('kubelet.service', { delay: 205 });
  await expect(tab).toHaveURL(/hpSearch=kubelet\.service/);
  await expect(search).toHaveValue('kubelet.service');
});
