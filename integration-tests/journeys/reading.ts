import type { Locator, Page } from '@playwright/test';

// Numbers in full precision, as the page itself holds them.

/** The value of a `<data data-test=NAME>` inside this part of the page. */
export async function valueOf(part: Locator | Page, name: string): Promise<number> {
  return Number(await part.locator(`data[data-test=${name}]`).getAttribute('value'));
}

/** One column of the groups table in the order of its rows: numbers, or texts for names and classes. */
export function columnOf(page: Page, column: string): Promise<(number | string)[]> {
  return page.getByTestId('hp-group-row').evaluateAll(
    (rows, name) =>
      rows.map((row) => {
        if (name === 'name') return row.getAttribute('data-group') ?? '';
        const cell = row.querySelector(`[data-test=${name}]`);
        if (name === 'share') return Number(cell?.getAttribute('data-value'));
        return Number(cell?.getAttribute('value'));
      }),
    column,
  );
}

/** Names of the groups on show. */
export async function groupNames(page: Page): Promise<string[]> {
  return (await columnOf(page, 'name')).map(String);
}
