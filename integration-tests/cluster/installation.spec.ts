import { setTimeout as sleep } from 'node:timers/promises';
import { deepMerge } from '../../charts/host-processes/tests/support/deep-merge';
import { parseManifests } from '../../charts/host-processes/tests/support/chart';
import { freePort } from '../../demo/launcher/free-port';
import type { Ended } from '../../scripts/run-program';
import { Cluster, find } from './cluster';
import { type Helm, helms, Release } from './helm-on-cluster';
import type { ApiObject } from './kubernetes-api';
import { missingTag } from './node-agents';

// The chart on a real API server, by both releases of Helm, hooks and all. Needs root, for the pods.
let cluster: Cluster;
let values: object;
beforeAll(async () => {
  cluster = await Cluster.start();
  values = {
    image: { repository: 'registry.example.com/host-processes' },
    agent: { port: await freePort() },
    plugin: { port: await freePort() },
  };
}, 3_000_000);
afterAll(() => cluster.end());

const waiting = ['--wait', '--timeout', '2m'];
const succeeded = ({ status, output }: Ended) => {
  if (status !== 0) throw new Error(output);
};

let releases = 0;
/** A release in a namespace of its own. */
async function release(
  helm: Helm,
  labels: Readonly<Record<string, string>> = {},
): Promise<Release> {
  const namespace = `hosts-${(releases += 1)}`;
  await cluster.makeNamespace(namespace, labels);
  return new Release(helm, cluster.kubeconfig, 'hp', namespace);
}

/** What owners take with them goes a moment later. */
async function expectNothingLeft(namespace: string): Promise<void> {
  while ((await cluster.leftIn(namespace)).length > 0) await sleep(200);
}

describe.each(helms)('$name', (helm) => {
  it('installs, tests, upgrades, rolls a failing upgrade back, and leaves nothing behind', async () => {
    await cluster.setPlugins(['z-first', 'another']);
    const hp = await release(helm);
    succeeded(await hp.install(values, ...waiting));
    expect(await cluster.plugins()).toEqual(['z-first', 'another', 'host-processes']);

    const { output } = await hp.test();
    expect(output).toMatch(/^Phase: +Succeeded$/m);
    const said = cluster.nodeAgents.said.get('hp-host-processes-test');
    expect(said).toMatch(
      /^The agent at 127\.0\.0\.1 exposes \d+ series, and nothing without the token\.$/m,
    );
    expect(said).toMatch(/^The plugin host-processes is served: its manifest and \d+ scripts\.$/m);

    const secret = `/api/v1/namespaces/${hp.namespace}/secrets/hp-host-processes-agent-bearer`;
    const tokenOf = async () => (await cluster.api.get<ApiObject & { data: object }>(secret)).data;
    const token = await tokenOf();
    succeeded(await hp.upgrade(deepMerge(values, { agent: { descriptors: 2048 } }), ...waiting));
    expect(await tokenOf()).toEqual(token);
    expect(await cluster.plugins()).toEqual(['z-first', 'another', 'host-processes']);

    const failing = deepMerge(values, { image: { tag: missingTag } });
    const failed = await hp.upgrade(failing, helm.rollBack, '--timeout', '20s');
    expect(failed.status).not.toBe(0);
    expect((await hp.history()).at(-1)).toBe('deployed');
    const images = parseManifests(await hp.manifests()).flatMap(
      (one) => /registry\.example\.com[^"]*/.exec(JSON.stringify(one))?.[0] ?? [],
    );
    expect(new Set(images)).toEqual(new Set(['registry.example.com/host-processes:0.1.0']));

    succeeded(await hp.uninstall());
    expect(await cluster.plugins()).toEqual(['z-first', 'another']);
    await expectNothingLeft(hp.namespace);
  }, 600_000);

  it('installs no second one beside it', async () => {
    await cluster.setPlugins(null);
    const [first, second] = [await release(helm), await release(helm)];
    succeeded(await first.install(values, ...waiting));
    const refused = await second.install(values);
    expect(refused.status).not.toBe(0);
    expect(refused.output).toContain(
      `ConsolePlugin host-processes belongs to release hp in namespace ${first.namespace}, and a cluster has only one: set plugin.enabled=false here, or uninstall the other.`,
    );
    succeeded(await first.uninstall());
    await expectNothingLeft(first.namespace);
    await expectNothingLeft(second.namespace);
  }, 300_000);

  it('cleans up what it could not install', async () => {
    await cluster.setPlugins(['another']);
    const hp = await release(helm);
    const failing = deepMerge(values, { image: { tag: missingTag } });
    const failed = await hp.install(failing, helm.rollBack, '--timeout', '15s');
    expect(failed.status).not.toBe(0);
    expect(await cluster.plugins()).toEqual(['another']);
    const left = await cluster.leftIn(hp.namespace);
    expect(left.filter((name) => /DaemonSet|Deployment|ConsolePlugin|Secur/.test(name))).toEqual(
      [],
    );
  }, 300_000);

  it.each<[string, object, string?]>([
    [
      'platform monitoring with client certificates',
      {
        monitoring: { stack: 'platform' },
        auth: { clientCertificates: { enabled: true, caConfigMap: { name: 'client-ca' } } },
      },
    ],
    ['slices alone', { agent: { tier: 'cgroups' } }],
    ['I/O', { agent: { tier: 'io' } }],
    ['the agent alone', { plugin: { enabled: false } }],
    ['the plugin alone, as restricted pods', { agent: { enabled: false } }, 'restricted'],
    ['no hook', { plugin: { hook: { enabled: false } } }],
    ['the old name', { agent: { fullnameOverride: 'process-exporter' } }],
    [
      'a build in the cluster',
      {
        image: { repository: '' },
        build: { enabled: true, git: { uri: 'https://git.example.com/a.git' } },
      },
    ],
  ])(
    'installs and uninstalls: %s',
    async (_, over, enforced = 'privileged') => {
      await cluster.setPlugins(['another']);
      const hp = await release(helm, { 'pod-security.kubernetes.io/enforce': enforced });
      succeeded(await hp.install(deepMerge(values, over)));
      await expectStrictlyAccepted(await hp.manifests(), hp.namespace);
      succeeded(await hp.uninstall());
      expect(await cluster.plugins()).toEqual(['another']);
      await expectNothingLeft(hp.namespace);
    },
    300_000,
  );
});

/** Has the API server judge every object anew, with unknown and doubled fields refused. */
async function expectStrictlyAccepted(text: string, namespace: string): Promise<void> {
  const manifests = parseManifests(text);
  expect(manifests.length).toBeGreaterThan(5);
  for (const manifest of manifests) {
    const [group, version] = manifest.apiVersion.includes('/')
      ? [`/apis/${manifest.apiVersion}`, manifest.apiVersion]
      : ['/api/v1', 'v1'];
    const { resources } = await cluster.api.get<{
      resources: { kind: string; name: string; namespaced: boolean }[];
    }>(group);
    const resource = resources.find(
      ({ kind, name }) => kind === manifest.kind && !name.includes('/'),
    );
    if (!resource) throw new Error(`${version} has no ${manifest.kind}.`);
    const at = resource.namespaced
      ? `${group}/namespaces/${namespace}/${resource.name}`
      : `${group}/${resource.name}`;
    // Under another name: it is there already.
    const metadata = { ...manifest.metadata, name: `${manifest.metadata.name}-again` };
    await cluster.api.post(`${at}?dryRun=All&fieldValidation=Strict`, { ...manifest, metadata });
  }
}

it('says so when the hook cannot do its work, and uninstalls all the same', async () => {
  const [helm] = helms;
  await cluster.setPlugins(['another']);
  const hp = await release(helm);
  succeeded(await hp.install(values, ...waiting));
  // An administrator took the Console away.
  await cluster.api.delete('/apis/operator.openshift.io/v1/consoles/cluster');
  succeeded(await hp.uninstall());
  await expectNothingLeft(hp.namespace);
  expect(
    await find(cluster.api, '/apis/operator.openshift.io/v1/consoles/cluster'),
  ).toBeUndefined();
}, 300_000);
