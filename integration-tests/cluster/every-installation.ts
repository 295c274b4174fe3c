import { deepMerge } from '../../charts/host-processes/tests/support/deep-merge';
import { installations, valuesOf } from '../../charts/host-processes/tests/support/installations';
import { allObjects, leftSince } from './all-objects';
import { type Cluster, startCluster } from './cluster';
import { Helm, type HelmRelease, succeeded } from './helm';
import { makeConsole, makeNamedObjects, makeNamespace, pluginsOf } from './namespace';
import { judgeStrictly } from './strict';

interface Values {
  readonly plugin?: { readonly enabled?: boolean; readonly hook?: { readonly enabled?: boolean } };
}

/** The tests of every row of the table in docs/install.md, from nothing to nothing, by one release of Helm. */
export function everyInstallation(release: HelmRelease): void {
  let cluster: Cluster;
  let helm: Helm;
  let before: readonly string[];
  beforeAll(async () => {
    cluster = await startCluster();
    await makeNamespace(cluster);
    await makeNamedObjects(cluster);
    await makeConsole(cluster, ['z', 'a']);
    helm = await Helm.of(release, cluster.kubeconfig);
  }, 1_800_000);
  afterAll(() => cluster.end(), 60_000);
  beforeEach(async () => {
    before = await allObjects(cluster.api);
  }, 60_000);
  // Of one that failed nothing may stay for the next.
  afterEach(async () => {
    await helm.uninstall('--timeout=60s', '--ignore-not-found');
    await leftSince(before, cluster.api);
  }, 90_000);
  const wait = ['--wait', '--timeout=90s'];

  it.each(installations().map((one) => [one.name, one] as const))(
    'installs, tests, upgrades and uninstalls %s, and leaves nothing',
    async (_, installation) => {
      const { api } = cluster;
      const values = valuesOf(installation);
      succeeded(await helm.install(values, ...wait));
      const rendered = await Promise.all([helm.get('manifest'), helm.get('hooks')]);
      const judged = await judgeStrictly(api, rendered.map(({ output }) => output).join('\n---\n'));
      expect(judged.length).toBeGreaterThan(5);
      expect(
        judged.filter(({ status, warnings }) => status !== 200 || warnings.length > 0),
      ).toEqual([]);

      const { plugin = {} } = values as Values;
      const isAdded = plugin.enabled !== false && plugin.hook?.enabled !== false;
      const added = isAdded ? ['z', 'a', 'host-processes'] : ['z', 'a'];
      expect(await pluginsOf(cluster)).toEqual(added);
      succeeded(await helm.test('--timeout=60s'));

      const changed = deepMerge(values, { commonLabels: { changed: 'yes' } });
      succeeded(await helm.upgrade(changed, ...wait));
      expect(await pluginsOf(cluster)).toEqual(added);
      succeeded(await helm.uninstall('--timeout=60s'));
      expect(await pluginsOf(cluster)).toEqual(['z', 'a']);
      expect(await leftSince(before, api)).toEqual([]);
      expect(cluster.kubelet.said(/-test$/)).not.toEqual([]);
    },
    240_000,
  );
}
