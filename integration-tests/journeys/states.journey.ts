import { watchPage } from '../../demo/smoke/page-faults';
import { expect, nodes, tabPath, test } from './world';

test('the page loads the plugin and shows its tab beside its own', async ({ page, world }) => {
  const failOnFaults = watchPage(page);
  await page.goto(`${world.url}/k8s/cluster/nodes/${nodes.known}`);
  await page.getByTestId('horizontal-link-Host processes').click();
  await expect(page).toHaveURL(/\/host-processes$/);
  await expect(page.locator('[data-test=hp-tab][data-state=ready]')).toBeVisible();
  failOnFaults();
});

test('a node without an agent is told apart from one that is idle', async ({ page, world }) => {
  const failOnFaults = watchPage(page);
  await page.goto(world.url + tabPath(nodes.silent));
  await expect(page.getByText('No agent on this node').first()).toBeVisible();
  await expect(page.getByText('The agent reports from 2 other nodes.')).toBeVisible();
  await expect(page.getByTestId('hp-group-row')).toHaveCount(0);
  failOnFaults();
});

test('who may not read metrics is told which role is missing', async ({ page, world }) => {
  await page.goto(world.deniedUrl + tabPath(nodes.known));
  await expect(page.locator('[data-test=hp-account][data-state=denied]')).toBeVisible();
  await expect(page.getByText('You do not have access to these metrics').first()).toBeVisible();
  await expect(page.getByTestId('hp-tab')).toContainText('cluster-monitoring-view');
});

test('without Prometheus the page says so, and Retry brings the data once it is back', async ({
  page,
  world,
}) => {
  await world.prometheus.stop();
  try {
    await page.goto(world.url + tabPath(nodes.known));
    await expect(page.locator('[data-test=hp-account][data-state=unavailable]')).toBeVisible();
    await expect(page.getByText('Could not load').first()).toBeVisible();
  } finally {
    await world.prometheus.start();
  }
  await page.getByRole('button', { name: 'Retry' }).first().click();
  await expect(page.locator('[data-test=hp-account][data-state=ready]')).toBeVisible();
  await expect(page.getByTestId('hp-group-row').first()).toBeVisible();
});
