import type { Page } from '@playwright/test';
import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';
import { expect, nodes, rangeMs, sitDown, tabPath, test } from '../journeys/world';

// The pictures of docs/user.md, of the known node: taken anew when the tab looks different.

/** Wide enough for all columns, and no wider: pictures are read at half their size. */
test.use({ viewport: { width: 1360, height: 1600 } });

function file(name: string): string {
  return path.join(projectFolder, 'docs', 'pictures', `tab-${name}.png`);
}

async function save(page: Page, panel: string, name: string): Promise<void> {
  await page.getByTestId(panel).screenshot({ path: file(name) });
}

test('the panels', async ({ tab }) => {
  await tab.locator('[data-test=hp-chart] svg path').first().waitFor();
  await save(tab, 'hp-account', 'account');
  await save(tab, 'hp-reservation', 'reservation');
  const cursor = tab.getByTestId('hp-chart-cursor');
  await cursor.focus();
  await cursor.press('Home');
  for (let i = 0; i < 6; i++) await cursor.press('PageUp');
  await save(tab, 'hp-chart', 'chart');
});

test('the chart by group', async ({ tab }) => {
  await tab.getByTestId('hp-chart-by').click();
  await tab.getByTestId('hp-chart-by-group').click();
  await expect(tab.locator('[data-test=hp-chart-legend] [data-class=other]')).toBeVisible();
  await tab.getByTestId('hp-group-row').first().hover();
  await tab.getByTestId('hp-chart-lit').waitFor();
  await save(tab, 'hp-chart', 'by-group');
});

test('the table with an open row', async ({ page, world }) => {
  const state = { timeRange: rangeMs, endTime: world.prometheus.endMs, hpSearch: 'kubelet' };
  await page.goto(world.url + tabPath(nodes.known, state));
  const row = page.locator('[data-test=hp-group-row][data-group=kubelet]');
  await row.getByRole('button', { name: 'Details' }).click();
  await page.getByTestId('hp-thread-row').first().waitFor();
  await save(page, 'hp-groups', 'table');
});

test('a role that is missing', async ({ page, world }) => {
  await sitDown(page, 'nobody');
  await page.goto(world.url + tabPath(nodes.known));
  await page.locator('[data-test=hp-account][data-state=denied]').waitFor();
  await save(page, 'hp-account', 'denied');
});
