import { readFile } from 'node:fs/promises';
import { groupNames, valueOf } from './reading';
import { expect, test } from './world';

test('the exported table is the table: filtered, sorted, in full precision', async ({ tab }) => {
  const search = tab.getByTestId('hp-groups-search').getByRole('textbox');
  await search.fill('service');
  // The address changes before what is shown.
  await expect(tab.getByTestId('hp-filter-chips')).toContainText('service');
  const [download] = await Promise.all([
    tab.waitForEvent('download'),
    tab.getByTestId('hp-groups-csv').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^host-processes-worker-0-who-.*Z\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  const names = await groupNames(tab);
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(names);
  const row = tab.getByTestId('hp-group-row').first();
  expect(Number(lines[1]?.split(',')[3])).toBe(await valueOf(row, 'now'));
});

test('the Metrics page gets the very query that the page asked', async ({ tab }) => {
  const asked: string[] = [];
  tab.on('request', (request) => {
    const query = new URL(request.url()).searchParams.get('query');
    if (query !== null) asked.push(query);
  });
  await tab.reload();
  await tab.locator('[data-test=hp-chart][data-state=ready]').waitFor();
  await tab.getByTestId('hp-group-row').first().waitFor();
  for (const id of ['hp-account', 'hp-chart', 'hp-groups']) {
    const href = await tab.getByTestId(`${id}-inspect`).getAttribute('href');
    const url = new URL(href ?? '', 'http://console');
    expect(url.pathname).toBe('/monitoring/query-browser');
    expect(asked).toContain(url.searchParams.get('query0'));
  }
});

test('the copied link restores the view', async ({ tab }) => {
  await tab.getByTestId('hp-chart-by').click();
  await tab.getByTestId('hp-chart-by-unit').click();
  await expect(tab.locator('[data-test=hp-chart-legend] [data-class=other]')).toBeVisible();
  const names = await groupNames(tab);
  await tab.getByTestId('hp-copy-link').click();
  const link = await tab.getByRole('textbox', { name: 'Link to this view' }).inputValue();
  await tab.goto('about:blank');
  await tab.goto(link);
  await expect(tab.locator('[data-test=hp-chart-legend] [data-class=other]')).toBeVisible();
  expect(await groupNames(tab)).toEqual(names);
});

test('a row leads to its own numbers in Metrics, and is copied as its file has it', async ({
  tab,
  world,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const row = tab.locator('[data-test=hp-group-row][data-group=kubelet]');
  const cores = await valueOf(row, 'now');
  await row.getByTestId('hp-row-menu').click();
  const href = await tab.getByRole('menuitem', { name: 'Inspect in Metrics' }).getAttribute('href');
  const query = new URL(href ?? '', 'http://console').searchParams.get('query0') ?? '';
  const time = String(world.prometheus.endMs / 1000);
  const address = `${world.prometheus.url}/api/v1/query?${new URLSearchParams({ query, time }).toString()}`;
  const answer = (await (await tab.request.get(address)).json()) as {
    data: { result: { value: [number, string] }[] };
  };
  expect(answer.data.result.map(({ value }) => Number(value[1]))).toEqual([cores]);
  await tab.getByRole('menuitem', { name: 'Copy row' }).click();
  await expect(tab.getByRole('menuitem', { name: 'Copied' })).toBeVisible();
  const copied = await tab.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\r\n')[1]).toMatch(new RegExp(`^kubelet,kubelet.service,.*,${cores},`));
});
