import { gzipBytes, limits, ownChunks, pluginScript } from '../../bench/tab/own-chunks';
import { expect, nodes, test } from './world';

test('the plugin costs other pages little, and its tab is loaded when it opens', async ({
  page,
  world,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    const file = pluginScript(request.url());
    if (file !== undefined) loaded.push(file);
  });
  await page.goto(`${world.url}/k8s/cluster/nodes/${nodes.known}`);
  const tab = page.getByRole('tab', { name: 'Host processes' });
  await tab.waitFor();
  expect(loaded).toEqual([expect.stringMatching(/^plugin-entry/)]);
  expect(gzipBytes(loaded)).toBeLessThanOrEqual(limits.entryBytes);

  await tab.click();
  await page.locator('[data-test=hp-chart-areas] path').first().waitFor();
  await page.getByTestId('hp-group-row').first().waitFor();
  const own = ownChunks(loaded.slice(1));
  expect(own.length).toBeGreaterThan(0);
  expect(gzipBytes(own)).toBeLessThanOrEqual(limits.tabBytes);
});
