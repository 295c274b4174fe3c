import type { Locator, Page } from '@playwright/test';
import { expectedCores, groupsByClass } from '../known-data/expectation';
import { knownGroups, scrapeSeconds } from '../known-data/formula';
import { valueOf } from './reading';
import { expect, rangeMs, test } from './world';

const services = groupsByClass().get('service') ?? [];

/** Places in the plot by their part of its width. */
async function plot(
  tab: Page,
): Promise<{ cursor: Locator; at: (part: number) => [number, number] }> {
  await tab.locator('[data-test=hp-chart] svg path').first().waitFor();
  const cursor = tab.getByTestId('hp-chart-cursor');
  await cursor.scrollIntoViewIfNeeded();
  const box = await cursor.boundingBox();
  if (box === null) throw new Error('The plot is not on the page.');
  return { cursor, at: (part) => [box.x + part * box.width, box.y + box.height / 2] };
}

test('dragging zooms in; Reset zoom and Back undo it', async ({ tab, world }) => {
  const { endMs } = world.prometheus;
  const before = tab.url();
  const { at } = await plot(tab);
  await tab.mouse.move(...at(0.25));
  await tab.mouse.down();
  await tab.mouse.move(...at(0.5), { steps: 4 });
  await tab.mouse.up();
  await expect(tab).toHaveURL(/hpZoom=/);
  const zoomed = new URL(tab.url()).searchParams;
  expect(Math.abs(Number(zoomed.get('timeRange')) - rangeMs / 4)).toBeLessThan(15_000);
  expect(Math.abs(Number(zoomed.get('endTime')) - (endMs - rangeMs / 2))).toBeLessThan(15_000);
  await expect(tab.locator('[data-test=hp-chart][data-state=ready]')).toBeVisible();
  await tab.getByTestId('hp-reset-zoom').click();
  await expect(tab).not.toHaveURL(/hpZoom=|timeRange=/);
  await expect(tab).toHaveURL(new RegExp(`endTime=${endMs}`));
  await tab.goBack();
  await expect(tab).toHaveURL(/hpZoom=/);
  await tab.goBack();
  await expect(tab).toHaveURL(before);
  await expect(tab.getByTestId('hp-reset-zoom')).toHaveCount(0);
});

test('a click pins a moment: account and table show it as the formula has it, Escape unpins', async ({
  tab,
  world,
}) => {
  const { endMs, endScrape } = world.prometheus;
  const { cursor, at } = await plot(tab);
  await tab.mouse.click(...at(0.5));
  await expect(tab).toHaveURL(/hpPin=/);
  await expect(tab.getByTestId('hp-chart-pinned')).toBeVisible();
  await expect(tab.getByTestId('hp-groups-pinned')).toBeVisible();
  await expect(tab.getByRole('heading', { name: /^CPU account at / })).toBeVisible();
  await expect(tab.locator('[data-test=hp-groups][aria-busy=false]')).toBeVisible();
  await expect(tab.locator('[data-test=hp-account][aria-busy=false]')).toBeVisible();
  const pinMs = Number(new URL(tab.url()).searchParams.get('hpPin'));
  const scrape = endScrape - (endMs - pinMs) / 1000 / scrapeSeconds;
  const scrapes = (pinMs - (endMs - rangeMs)) / 1000 / scrapeSeconds;
  const account = tab.locator('[data-test=hp-account-row][data-class=service]');
  const expected = expectedCores(services, scrape, scrapes);
  expect(await valueOf(account, 'now')).toBeCloseTo(expected.now, 6);
  expect(await valueOf(account, 'average')).toBeCloseTo(expected.average, 6);
  const crio = knownGroups.filter(({ groupname }) => groupname === 'crio');
  const row = tab.locator('[data-test=hp-group-row][data-group=crio]');
  expect(await valueOf(row, 'now')).toBeCloseTo(expectedCores(crio, scrape, scrapes).now, 6);
  // Survives a reload, as everything in the URL does.
  await tab.reload();
  await expect(tab.getByTestId('hp-chart-pin-line')).toBeVisible();
  await cursor.press('Escape');
  await expect(tab).not.toHaveURL(/hpPin=/);
  await expect(tab.getByTestId('hp-chart-pinned')).toHaveCount(0);
});

test('the chart is a slider for the keyboard: it pins, zooms in and out', async ({ tab }) => {
  const { cursor } = await plot(tab);
  await cursor.press('Home');
  const first = await cursor.getAttribute('aria-valuetext');
  expect(first).toMatch(/platform .* total .* cores/);
  await cursor.press('PageUp');
  expect(await cursor.getAttribute('aria-valuenow')).toBe('10');
  expect(await cursor.getAttribute('aria-valuetext')).not.toBe(first);
  await cursor.press('Enter');
  await expect(tab.getByTestId('hp-chart-pinned')).toBeVisible();
  await cursor.press('+');
  await expect(tab).toHaveURL(/timeRange=1800000/);
  await expect(tab).toHaveURL(/hpPin=/);
  await expect(tab.getByTestId('hp-reset-zoom')).toBeVisible();
  await cursor.press('-');
  await expect(tab).not.toHaveURL(/timeRange=1800000/);
});

test('a row and its layer of the chart point at each other', async ({ tab }) => {
  await plot(tab);
  const row = tab.locator('[data-test=hp-group-row][data-group=crio]');
  await row.hover();
  const lit = tab.getByTestId('hp-chart-lit');
  await expect(lit).toHaveAttribute('data-layer', 'service');
  await tab.getByTestId('hp-chart-legend').getByRole('button', { name: 'Interrupts' }).hover();
  await expect(lit).toHaveAttribute('data-layer', 'interrupt');
  await expect(tab.locator('.host-processes__lit-row')).toHaveCount(
    knownGroups.filter((group) => group.class === 'interrupt').length,
  );
  await tab.getByTestId('hp-range').hover();
  await expect(lit).toHaveCount(0);
  await expect(tab.locator('.host-processes__lit-row')).toHaveCount(0);
});

test('a row leaves its unit alone in the chart, and Back brings the others back', async ({
  tab,
}) => {
  await plot(tab);
  await tab.getByTestId('hp-chart-by').click();
  await tab.getByTestId('hp-chart-by-unit').click();
  const legend = tab.getByTestId('hp-chart-legend');
  await expect(legend.locator('[data-class=other]')).toBeVisible();
  await tab.locator('[data-test=hp-group-row][data-group=crio]').getByTestId('hp-row-menu').click();
  await tab.getByRole('menuitem', { name: 'Show only this unit in the chart' }).click();
  await expect(tab).toHaveURL(/hpHide=/);
  const shown = legend.locator('[aria-pressed=true]');
  await expect(shown).toHaveCount(1);
  await expect(shown).toHaveText('crio.service');
  await expect(tab.getByTestId('hp-chart-cursor')).toBeInViewport();
  await tab.goBack();
  await expect(shown).toHaveCount(await legend.getByRole('button').count());
});

test('chosen columns are remembered, also on another visit', async ({ tab }) => {
  const head = tab.getByRole('columnheader', { name: 'Min', exact: true });
  await expect(head).toBeVisible();
  await tab.getByTestId('hp-groups-columns').click();
  await tab.getByRole('checkbox', { name: 'Min' }).uncheck();
  await tab.getByRole('button', { name: 'Save' }).click();
  await expect(head).toHaveCount(0);
  await tab.reload();
  await tab.getByTestId('hp-group-row').first().waitFor();
  await expect(head).toHaveCount(0);
});

test('the chart can be read as a table with the same numbers', async ({ tab }) => {
  const { cursor } = await plot(tab);
  await cursor.press('End');
  const box = tab.getByTestId('hp-chart-box').locator('[data-class] data');
  const values = await box.evaluateAll((all) =>
    all.map((one) => Number(one.getAttribute('value'))),
  );
  const subtotal = tab.getByTestId('hp-chart-box-subtotal');
  await expect(subtotal).toContainText('Platform');
  const platform = Number(await subtotal.locator('data').getAttribute('value'));
  await tab.getByTestId('hp-chart-view').click();
  const last = tab.getByTestId('hp-chart-table-row').last();
  const layers = await last
    .locator('data[data-test=layer]')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('value'))));
  expect([...layers].sort((a, b) => b - a)).toEqual(values);
  expect(await valueOf(last, 'judged')).toBe(platform);
});
