import { setTimeout as sleep } from 'node:timers/promises';
import { allObjects, leftSince } from './all-objects';
import { type Cluster, startCluster } from './cluster';
import { Helm, helmReleases } from './helm';
import { makeConsole, makeNamespace, pluginsOf } from './namespace';
import { judgeStrictly } from './strict';

// The image is built by the cluster: here by nobody, until the test says that it is there.
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
  await makeNamespace(cluster);
}, 1_800_000);
afterAll(() => cluster.end(), 60_000);

const values = {
  build: { enabled: true, git: { uri: 'https://git.example.com/host-processes.git' } },
};
const inCluster = 'image-registry.openshift-image-registry.svc:5000/host-processes/';

it.each(helmReleases)(
  '%s installs before the image is there',
  async (release) => {
    const { api, registry } = cluster;
    await makeConsole(cluster, ['z']);
    const before = await allObjects(api);
    registry.missing.add(inCluster);
    const helm = await Helm.of(release, cluster.kubeconfig);
    const { status, output } = await helm.install(values);
    expect(status).toBe(0);
    expect(output).toContain('The image is being built in this namespace');
    const judged = await judgeStrictly(api, (await helm.get('manifest')).output);
    expect(judged.map(({ object }) => object.split(' ')[1])).toEqual(
      expect.arrayContaining(['BuildConfig', 'ImageStream']),
    );
    expect(judged.filter(({ status: answer }) => answer !== 200)).toEqual([]);
    expect(await pluginsOf(cluster)).toEqual(['z']);

    registry.missing.delete(inCluster);
    // By an ordinary Job, as soon as its pod can start.
    while (!(await pluginsOf(cluster))?.includes('host-processes')) await sleep(200);
    expect(await helm.upgrade(values, '--wait', '--timeout=90s')).toMatchObject({ status: 0 });
    expect(await helm.test('--timeout=60s')).toMatchObject({ status: 0 });
    expect(await helm.uninstall('--timeout=60s')).toMatchObject({ status: 0 });
    expect(await pluginsOf(cluster)).toEqual(['z']);
    expect(await leftSince(before, api)).toEqual([]);
  },
  300_000,
);
