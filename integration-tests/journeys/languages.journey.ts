import { languagesIn, readTexts } from '../../scripts/texts/languages';
import { projectFolder } from '../../scripts/project-folder';
import path from 'node:path';
import { crowdedLines, cutTexts, overflowOf, untranslatedTexts } from './layout';
import { expect, nodes, rangeMs, tabPath, test } from './world';

const locales = path.join(projectFolder, 'locales');

for (const language of languagesIn(locales)) {
  test.describe(language, () => {
    test.use({ locale: language });

    test('the tab speaks the language of the browser: texts, numbers and dates', async ({
      page,
      world,
    }) => {
      const state = { timeRange: rangeMs, endTime: world.prometheus.endMs };
      await page.goto(world.url + tabPath(nodes.known, state));
      await page.locator('[data-test=hp-chart][data-state=ready]').waitFor();
      const texts = readTexts(locales, language);
      await expect(
        page.getByRole('heading', { name: texts['Who uses it'] ?? 'missing' }),
      ).toBeVisible();
      await expect(page.locator('[data-test=hp-account-row][data-class=service]')).toContainText(
        texts['Host services'] ?? 'missing',
      );
      const busy = page.locator('data[data-test=hp-account-busy]');
      const cores = Number(await busy.getAttribute('value'));
      await expect(busy).toHaveText(
        new Intl.NumberFormat(language, {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
        }).format(cores),
      );
      // As this browser writes it: its data of languages is not that of Node.js.
      const { endMs } = world.prometheus;
      const range = await page.evaluate(
        ([tag, fromMs, toMs]) =>
          new Intl.DateTimeFormat(tag, {
            month: 'short',
            day: 'numeric',
            hour: 'numeric',
            minute: '2-digit',
          }).formatRange(fromMs, toMs),
        [language, endMs - rangeMs, endMs] as const,
      );
      await expect(page.getByTestId('hp-range')).toHaveText(range);
      expect(await overflowOf(page)).toEqual([]);
    });
  });
}

for (const width of [1500, 900, 600, 320]) {
  test(`longer texts still fit at ${width} pixels, and every text is translated`, async ({
    page,
    world,
  }) => {
    await page.setViewportSize({ width, height: 1200 });
    const state = {
      timeRange: rangeMs,
      endTime: world.prometheus.endMs,
      pseudolocalization: 'true',
      // The console makes only this language longer.
      lng: 'en-US',
      hpBy: 'group',
      hpPlatform: 1,
    };
    await page.goto(world.url + tabPath(nodes.known, state));
    await page.locator('[data-test=hp-chart][data-state=ready] svg path').first().waitFor();
    await page.getByTestId('hp-group-row').first().waitFor();
    expect(await untranslatedTexts(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
    expect(await crowdedLines(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
  });
}
