import { AxeBuilder } from '@axe-core/playwright';
import path from 'node:path';
import { saveWholePage } from '../../demo/smoke/tab-picture';
import { projectFolder } from '../../scripts/project-folder';
import { expect, test } from './world';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the tab has no serious fault of accessibility, and is kept as a picture', async ({
      tab,
    }) => {
      await tab.locator('[data-test=hp-chart] svg path').first().waitFor();
      const dark = tab.locator('html.pf-v6-theme-dark');
      await expect(dark).toHaveCount(colorScheme === 'dark' ? 1 : 0);
      const file = `tab-${colorScheme}.png`;
      await saveWholePage(tab, path.join(projectFolder, 'artifacts', file));

      const { violations } = await new AxeBuilder({ page: tab })
        .include('[data-test=hp-tab]')
        .analyze();
      const grave = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(
          ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join('; ')})`,
        );
      expect(grave).toEqual([]);
    });
  });
}
