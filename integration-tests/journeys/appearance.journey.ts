import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import path from 'node:path';
import { saveWholePage } from '../../demo/smoke/tab-picture';
import { projectFolder } from '../../scripts/project-folder';
import { crowdedLines, overflowOf } from './layout';
import { expect, test } from './world';

/** Serious and critical faults of accessibility in a part of the page. */
async function graveFaults(page: Page, part = '[data-test=hp-tab]'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join('; ')})`);
}

function picture(page: Page, name: string, width?: number): Promise<void> {
  return saveWholePage(page, path.join(projectFolder, 'artifacts', `tab-${name}.png`), width);
}

async function drawn(page: Page): Promise<void> {
  await page.locator('[data-test=hp-chart] svg path').first().waitFor();
}

const kubelet = '[data-test=hp-group-row][data-group=kubelet]';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the tab has no serious fault of accessibility, and is kept as a picture', async ({
      tab,
    }) => {
      await drawn(tab);
      const dark = tab.locator('html.pf-v6-theme-dark');
      await expect(dark).toHaveCount(colorScheme === 'dark' ? 1 : 0);
      await picture(tab, colorScheme);
      expect(await graveFaults(tab)).toEqual([]);
    });

    test('nor has it with everything open', async ({ tab }) => {
      await drawn(tab);
      await tab.locator(kubelet).getByRole('button', { name: 'Details' }).click();
      await tab.getByTestId('hp-group-details').waitFor();
      await tab.getByTestId('hp-chart-cursor').press('Home');
      await tab.getByTestId('hp-chart-cursor').press('Enter');
      await tab.getByTestId('hp-chart-view').click();
      await tab.getByTestId('hp-chart-table').waitFor();
      await picture(tab, `open-${colorScheme}`);
      expect(await graveFaults(tab)).toEqual([]);
      await tab.locator(kubelet).getByTestId('hp-row-menu').click();
      expect(await graveFaults(tab, '[role=menu]')).toEqual([]);
      await tab.keyboard.press('Escape');
      await tab.getByTestId('hp-groups-columns').click();
      expect(await graveFaults(tab, '[role=dialog]')).toEqual([]);
      await tab.keyboard.press('Escape');
      await tab.getByTestId('hp-chart-view').click();
      await tab.getByTestId('hp-chart-keyboard').click();
      expect(await graveFaults(tab, '[role=dialog]')).toEqual([]);
    });
  });
}

test.describe('in forced colours', () => {
  test.use({ forcedColors: 'active' });

  test('the tab can be read, and is kept as a picture', async ({ tab }) => {
    await drawn(tab);
    await picture(tab, 'forced-colours');
    expect(await graveFaults(tab)).toEqual([]);
    // The parts of the bar keep their colours, and weak ones have a border.
    const segment = tab.locator('[data-segment=service]');
    expect(await segment.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe('1px');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with more contrast, in ${colorScheme}`, () => {
    test.use({ contrast: 'more', colorScheme });

    test('the tab has no serious fault of accessibility, and is kept as a picture', async ({
      tab,
    }) => {
      await drawn(tab);
      await picture(tab, `contrast-${colorScheme}`);
      expect(await graveFaults(tab)).toEqual([]);
    });
  });
}

test('on cards of glass, too, what lies over the chart hides it', async ({ tab }) => {
  await drawn(tab);
  // As PatternFly has them in the theme of OpenShift 5.
  await tab.addStyleTag({
    content: `:root:root {
      --pf-t--global--background--color--primary--default: rgb(255 255 255 / 60%);
    }`,
  });
  const label = tab.locator('.host-processes__line-label').first();
  await expect(label).toHaveCSS('background-color', 'color(srgb 1 1 1)');
});

test('the column of names is as its rows are, until something scrolls below it', async ({
  tab,
}) => {
  const name = tab.getByTestId('hp-group-row').first().locator('td').nth(1);
  await expect(name).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await tab.setViewportSize({ width: 800, height: 1200 });
  await expect(name).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test.describe('for those who want less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing of ours moves', async ({ tab }) => {
    await drawn(tab);
    const moving = await tab.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .map((animation) => (animation as CSSAnimation).animationName),
    );
    expect(moving).toEqual([]);
  });
});

for (const width of [320, 600, 900, 1280, 2560, 3840]) {
  test(`nothing sticks out at ${width} pixels`, async ({ tab }) => {
    await drawn(tab);
    await picture(tab, `${width}`, width);
    expect(await overflowOf(tab)).toEqual([]);
    expect(await crowdedLines(tab)).toEqual([]);
    expect(await graveFaults(tab)).toEqual([]);
  });
}

for (const width of [600, 1500]) {
  test(`from right to left nothing sticks out at ${width} pixels`, async ({ tab }) => {
    await drawn(tab);
    await tab.evaluate(() => (document.documentElement.dir = 'rtl'));
    await picture(tab, `rtl-${width}`, width);
    expect(await overflowOf(tab)).toEqual([]);
    // "<0.01" must not become "0.01>".
    const little = tab.getByTestId('hp-group-row').getByText('<0.01').first();
    expect(await little.evaluate((one) => getComputedStyle(one).direction)).toBe('ltr');
    const [first, second] = await Promise.all(
      ['hp-account', 'hp-reservation'].map((id) => tab.getByTestId(id).boundingBox()),
    );
    if (width === 1500) expect(first?.x).toBeGreaterThan(second?.x ?? Infinity);
    // Time runs left to right in every language.
    const cursor = tab.getByTestId('hp-chart-cursor');
    await cursor.press('Home');
    await cursor.press('ArrowRight');
    await expect(cursor).toHaveAttribute('aria-valuenow', '1');
  });
}
