import { deepMerge } from '../../charts/host-processes/tests/support/deep-merge';
import { helm3 } from '../../scripts/parts/helm';
import { allObjects, leftSince } from './all-objects';
import { type Cluster, startCluster } from './cluster';
import { Helm, helmReleases, succeeded } from './helm';
import { makeConsole, makeNamespace, pluginsOf } from './namespace';

// What a release goes through between its installation and its end.
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
  await makeNamespace(cluster);
  await makeNamespace(cluster, 'elsewhere');
  await makeConsole(cluster, ['z']);
}, 1_800_000);
afterAll(() => cluster.end(), 60_000);

const values = { image: { repository: 'registry.example.com/host-processes' } };
const wait = ['--wait', '--timeout=90s'];

const objectAt = (path: string) =>
  cluster.api.get<{ data: { token: string }; metadata: { labels: Record<string, string> } }>(path);
const token = async () =>
  (await objectAt('/api/v1/namespaces/host-processes/secrets/hp-host-processes-agent-bearer')).data
    .token;
const changedLabel = async () => {
  const at = '/apis/apps/v1/namespaces/host-processes/daemonsets/hp-host-processes-agent';
  return (await objectAt(at)).metadata.labels.changed;
};

describe.each(helmReleases)('%s', (release) => {
  let helm: Helm;
  let before: readonly string[];
  beforeAll(async () => {
    helm = await Helm.of(release, cluster.kubeconfig);
    before = await allObjects(cluster.api);
    succeeded(await helm.install(values, ...wait));
  }, 180_000);
  afterAll(async () => {
    succeeded(await helm.uninstall());
    const left = await leftSince(before, cluster.api);
    if (left.length > 0) throw new Error(`The uninstallation left ${left.join(', ')}.`);
  }, 120_000);

  it('keeps the token when it upgrades and when it rolls back', async () => {
    const made = await token();
    const changed = deepMerge(values, { commonLabels: { changed: 'yes' } });
    expect(await helm.upgrade(changed, ...wait)).toMatchObject({ status: 0 });
    expect([await token(), await changedLabel()]).toEqual([made, 'yes']);
    expect(await helm.rollback(1, ...wait)).toMatchObject({ status: 0 });
    expect([await token(), await changedLabel()]).toEqual([made, undefined]);
    expect(await pluginsOf(cluster)).toEqual(['z', 'host-processes']);
  }, 240_000);

  it.each([
    ['an image that is nowhere', { image: { tag: 'nowhere' } }],
    ['an agent that does not start', { agent: { extraArgs: ['--no-such-flag'] } }],
  ])(
    'rolls back an upgrade to %s',
    async (_, failing) => {
      cluster.registry.missing.add(':nowhere');
      const made = await token();
      const failed = await helm.upgrade(
        deepMerge(values, { commonLabels: { changed: 'badly' } }, failing),
        helm.rollBackOnFailure,
        '--timeout=40s',
      );
      expect(failed.status).not.toBe(0);
      const revisions = (await helm.history()).map(({ status }) => status);
      expect(revisions.slice(-2)).toEqual(['failed', 'deployed']);
      expect([await token(), await changedLabel()]).toEqual([made, undefined]);
      expect(await pluginsOf(cluster)).toEqual(['z', 'host-processes']);
      expect(await helm.test('--timeout=60s')).toMatchObject({ status: 0 });
    },
    240_000,
  );

  it('refuses a second release elsewhere in one sentence, unless it has no plugin', async () => {
    const objects = await allObjects(cluster.api);
    const second = await Helm.of(release, cluster.kubeconfig, {
      release: 'second',
      namespace: 'elsewhere',
    });
    const { status, output } = await second.install(values);
    expect(status).not.toBe(0);
    expect(output).toContain(
      'ConsolePlugin host-processes belongs to release hp in namespace host-processes, and a cluster has only one: set plugin.enabled=false here, or uninstall the other.',
    );
    expect(await leftSince(objects, cluster.api)).toEqual([]);
    const alone = deepMerge(values, { plugin: { enabled: false } });
    expect(await second.install(alone, ...wait)).toMatchObject({ status: 0 });
    expect(await second.uninstall()).toMatchObject({ status: 0 });
    expect(await leftSince(objects, cluster.api)).toEqual([]);
    expect(await pluginsOf(cluster)).toEqual(['z', 'host-processes']);
  }, 240_000);
});

const accountOfHooks = [
  '/serviceaccounts/host-processes/hp-host-processes-plugin-hook',
  'rbac.authorization.k8s.io/clusterrolebindings//host-processes-hp-host-processes-plugin-hook',
  'rbac.authorization.k8s.io/clusterroles//host-processes-hp-host-processes-plugin-hook',
];

describe.each(helmReleases)('%s, at the first installation', (release) => {
  it('cleans up after one that fails', async () => {
    cluster.registry.missing.add(':nowhere');
    const objects = await allObjects(cluster.api);
    const helm = await Helm.of(release, cluster.kubeconfig);
    const failed = await helm.install(
      deepMerge(values, { image: { tag: 'nowhere' } }),
      helm.rollBackOnFailure,
      '--timeout=15s',
    );
    expect(failed.status).not.toBe(0);
    // Its image is nowhere, so the Job at the end cannot run either: what Helm 3 leaves is in docs/decisions/0008.
    const left = await leftSince(objects, cluster.api);
    expect(left).toEqual(release === helm3.name ? accountOfHooks : []);
    expect(await pluginsOf(cluster)).toEqual(['z']);
    expect(await helm.install(values, ...wait)).toMatchObject({ status: 0 });
    expect(await helm.uninstall()).toMatchObject({ status: 0 });
    expect(await leftSince(objects, cluster.api)).toEqual([]);
  }, 300_000);
});
