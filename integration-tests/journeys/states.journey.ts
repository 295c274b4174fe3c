import { valueOf } from './reading';
import { expect, nodes, rangeMs, sitDown, tabPath, test, watch } from './world';

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

test('a partial answer is shown with the words of Prometheus, in the panel that it is of', async ({
  page,
  world,
}) => {
  const failOnFaults = watch(page);
  const state = { timeRange: rangeMs, endTime: world.prometheus.endMs };
  await page.goto(world.url + tabPath(nodes.known, state));
  const row = page.locator('[data-test=hp-group-row][data-group=kubelet]');
  const cores = await valueOf(row, 'now');
  // As Thanos says it, with the numbers that the others have.
  const warning = 'No StoreAPIs matched for this query';
  await page.route(/api\/prometheus\/.*query=/, async (route) => {
    const response = await route.fetch();
    const query = new URL(route.request().url()).searchParams.get('query') ?? '';
    const ofTheTable = query.includes('"part", "busy"');
    const body = (await response.json()) as object;
    await route.fulfill({ response, json: ofTheTable ? { ...body, warnings: [warning] } : body });
  });
  await page.reload();
  const groups = page.getByTestId('hp-groups');
  await groups.getByRole('button', { name: 'Details', exact: true }).click();
  await expect(groups.getByText(warning)).toBeVisible();
  expect(await valueOf(row, 'now')).toBe(cores);
  await expect(page.locator('[data-test=hp-chart][data-state=ready]')).toBeVisible();
  await expect(page.getByText('Some data may be missing')).toHaveCount(1);
  failOnFaults();
});

test('a node that goes away takes its page with it, and the tab leaves without a complaint', async ({
  page,
  world,
}) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.clock.install({ time: Date.now() });
  await page.goto(world.url + tabPath(nodes.known));
  await expect(page.getByTestId('hp-group-row').first()).toBeVisible();
  await page.route(/api\/kubernetes\/.*\/nodes\/worker-0(\?.*)?$/, (route) =>
    route.fulfill({
      status: 404,
      json: { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404 },
    }),
  );
  // The console looks every half a minute.
  await page.clock.fastForward(31_000);
  await expect(page.getByText(/404/).first()).toBeVisible();
  await expect(page.getByTestId('hp-tab')).toHaveCount(0);
  expect(errors).toEqual([]);
});

/** As the console's server states it of a cluster without monitoring. */
function withoutMonitoring(): void {
  let flags: object | undefined;
  Object.defineProperty(window, 'SERVER_FLAGS', {
    configurable: true,
    get: () => flags,
    set: (told: object) => {
      flags = { ...told, prometheusBaseURL: '', prometheusTenancyBaseURL: '' };
    },
  });
}

test('a console without monitoring says so, and asks nothing', async ({ page, world }) => {
  const failOnFaults = watch(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/query=|\/host-processes\.json/.test(request.url())) asked.push(request.url());
  });
  await page.addInitScript(withoutMonitoring);
  await page.goto(world.url + tabPath(nodes.known));
  await expect(page.locator('[data-test=hp-tab][data-state=absent]')).toContainText(
    'Monitoring is not available',
  );
  await expect(page.getByTestId('hp-toolbar')).toHaveCount(0);
  expect(asked).toEqual([]);
  failOnFaults();
});
