import { rmSync } from 'node:fs';
import type { Api } from '../../console-plugin-hook/console-operator-api';
import { ConsoleApi } from '../../console-plugin-hook/testdata/console-api';
import { runProgram } from '../../scripts/run-program';
import { containerCommand } from './container-command';
import { layImageRoot } from './image-root';

// The built hook in the image's root, as the Jobs of the chart run it.
const root = layImageRoot();
afterAll(() => rmSync(root, { recursive: true }));

let server: ConsoleApi;
let api: Api;
beforeEach(async () => {
  server = new ConsoleApi({ plugins: ['z', 'a'] });
  api = await server.start();
});
afterEach(() => server.end());

function hook(change: 'add' | 'remove', url = api.url) {
  const mounted = '/var/run/secrets/kubernetes.io/serviceaccount';
  const [file, ...args] = containerCommand({
    root,
    as: 'restricted',
    mounts: [`${api.serviceAccount}:${mounted}`],
    environment: [
      `KUBERNETES_SERVICE_HOST=${new URL(url).hostname}`,
      `KUBERNETES_SERVICE_PORT=${new URL(url).port}`,
    ],
    command: [
      'node',
      '/opt/host-processes/host-processes-console-plugin-hook.cjs',
      change,
      'host-processes',
      '--attempts=2',
    ],
  });
  return runProgram(file, args);
}
const said = (sentence: string) => `host-processes-console-plugin-hook: ${sentence}\n`;

it('adds, and takes out again', async () => {
  expect(await hook('add')).toMatchObject({
    status: 0,
    output: said("host-processes was added to the console's list of plugins."),
  });
  expect(server.plugins).toEqual(['z', 'a', 'host-processes']);
  expect(await hook('remove')).toMatchObject({
    status: 0,
    output: said("host-processes was taken out of the console's list of plugins."),
  });
  expect(server.plugins).toEqual(['z', 'a']);
}, 30_000);

it('fails when it cannot add, with the reason', async () => {
  const forbidden = { status: 403, message: 'no' };
  server.troubles.push(forbidden, forbidden);
  expect(await hook('add')).toMatchObject({
    status: 1,
    output: said(
      "The console's list of plugins was not extended: the API server answered 2 times with 403 (no).",
    ),
  });
}, 30_000);

it('never fails when it cannot take out, and gives the reason', async () => {
  const { status, output } = await hook('remove', 'https://127.0.0.1:9');
  expect(status).toBe(0);
  expect(output).toBe(
    said(
      "The console's list of plugins was not shortened: the API server did not answer 2 times (connect ECONNREFUSED 127.0.0.1:9).",
    ) + said('Uninstalling goes on; the console passes over the name host-processes.'),
  );
}, 30_000);
