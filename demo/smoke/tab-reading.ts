import type { Page } from '@playwright/test';
import { UserError } from '../../scripts/user-error';

// What a person would read from the tab, read from the page itself.

const patience = { timeout: 60_000 };

/** Waits until account, chart and table show data; fails with what the tab shows instead. */
export async function awaitDrawnTab(page: Page): Promise<void> {
  try {
    await page.locator('[data-test=hp-account][data-state=ready]').waitFor(patience);
    await page.locator('[data-test=hp-group-row]').first().waitFor(patience);
  } catch {
    const text = await page.locator('main').innerText();
    throw new UserError(`The tab drew no data within a minute; it shows: ${text.slice(0, 600)}`);
  }
}

/** Average cores of every class in the account, by class, in full precision. */
export async function readAccount(page: Page): Promise<Map<string, number>> {
  const rows = await page.locator('[data-test=hp-account-row][data-class]').all();
  const averages = await Promise.all(
    rows.map(async (row) => {
      const value = row.locator('data[data-test=average]');
      return [
        (await row.getAttribute('data-class')) ?? '',
        Number(await value.getAttribute('value')),
      ] as const;
    }),
  );
  return new Map(averages);
}

/** Names of process groups in the table that used CPU, without those that stand for the nameless. */
export async function readNamedGroups(page: Page): Promise<string[]> {
  const rows = await page.locator('[data-test=hp-groups] tr[data-test=hp-group-row]').all();
  const groups = await Promise.all(
    rows.map(async (row) => ({
      name: (await row.getAttribute('data-group')) ?? '',
      average: Number(await row.locator('data[data-test=average]').getAttribute('value')),
    })),
  );
  return groups
    .filter(({ name, average }) => average > 0 && name !== '' && !/^\(.*\)$/.test(name))
    .map(({ name }) => name);
}

/** How many lines or areas with real extent the chart over time holds. */
export async function countDrawnPaths(page: Page): Promise<number> {
  const paths = page.locator('[data-test=hp-chart] svg path');
  await paths.first().waitFor(patience);
  return paths.evaluateAll(
    (all) =>
      all.filter((path) => {
        const { width, height } = path.getBoundingClientRect();
        return width > 20 && height > 0 && (path.getAttribute('d') ?? '').split('L').length > 2;
      }).length,
  );
}
