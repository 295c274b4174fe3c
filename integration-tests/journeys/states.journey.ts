import { expect, nodes, sitDown, tabPath, test, watch } from './world';

test('the page loads the plugin and shows its tab beside its own', async ({ page, world }) => {
  const failOnFaults = watch(page);
  await page.goto(`${world.url}/k8s/cluster/nodes/${nodes.known}`);
  await page.getByRole('tab', { name: 'Host processes' }).click();
  await expect(page).toHaveURL(/\/host-processes$/);
  await expect(page.locator('[data-test=hp-tab][data-state=ready]')).toBeVisible();
  failOnFaults();
});

test('a node without an agent is told apart from one that is idle', async ({ page, world }) => {
  const failOnFaults = watch(page);
  await page.goto(world.url + tabPath(nodes.silent));
  await expect(page.getByText('No agent on this node').first()).toBeVisible();
  await expect(page.getByText('The agent reports from 2 other nodes.')).toBeVisible();
  await expect(page.getByTestId('hp-group-row')).toHaveCount(0);
  failOnFaults();
});

test('a node of Windows says why it has nothing to show', async ({ page, world }) => {
  await page.goto(world.url + tabPath(nodes.windows));
  await expect(page.getByText('Not available for Windows nodes')).toBeVisible();
});

test('a range without data offers the one that has some', async ({ page, world }) => {
  const endTime = world.prometheus.endMs - 5 * 3_600_000;
  await page.goto(world.url + tabPath(nodes.known, { endTime }));
  await expect(page.getByText('No data in this time range').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show the available range' }).first().click();
  await expect(page.locator('[data-test=hp-account][data-state=ready]')).toBeVisible();
  await expect(page.getByTestId('hp-group-row').first()).toBeVisible();
});

test('who may not read metrics is told which role is missing', async ({ page, world }) => {
  await sitDown(page, 'nobody');
  await page.goto(world.url + tabPath(nodes.known));
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
