import { setTimeout as sleep } from 'node:timers/promises';
import { allObjects, leftSince } from './all-objects';
import { type Cluster, startCluster } from './cluster';
import type { ApiObject } from './control-plane/api-client';
import { ApiFront, type Before } from './control-plane/api-front';
import { Helm, type HelmRelease, helmReleases } from './helm';
import { makeConsole, makeNamespace, pluginsOf } from './namespace';

// The console's list of plugins on the real API server: the chart's Jobs add to it and take out of it, as
// the account that the chart gives them.
let cluster: Cluster;
let front: ApiFront | undefined;
beforeAll(async () => {
  cluster = await startCluster();
  await makeNamespace(cluster);
}, 1_800_000);
afterAll(() => cluster.end(), 60_000);
afterEach(async () => {
  cluster.host.apiServer = cluster.api.access.url;
  await front?.end();
  front = undefined;
});

const values = {
  image: { repository: 'registry.example.com/host-processes' },
  agent: { enabled: false },
};
const us = 'host-processes';
const helmOf = (release: HelmRelease) => Helm.of(release, cluster.kubeconfig);

/** From now on the Jobs' requests pass here; `before` may do something first. */
async function interpose(before: Before): Promise<ApiFront> {
  front = new ApiFront(cluster.api.access.url, cluster.authority, before);
  cluster.host.apiServer = await front.start();
  return front;
}

/** What another administrator does: the list with one more name, whatever it is now. */
async function anotherAdds(name: string): Promise<void> {
  const value = [name, ...((await pluginsOf(cluster)) ?? [])];
  await cluster.api.patch('/apis/operator.openshift.io/v1/consoles/cluster', 'merge', {
    spec: { plugins: value },
  });
}

/** Takes the Jobs' right away as soon as they use it, and waits until that holds. */
const takeRightAway: Before = async () => {
  const bindings = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings';
  for (const { metadata } of await cluster.api.list(bindings)) {
    if (metadata.name.includes('plugin-hook')) {
      await cluster.api.delete(`${bindings}/${metadata.name}`);
    }
  }
  while (await mayPatch()) await sleep(50);
  return 'on';
};

async function mayPatch(): Promise<boolean> {
  const review = await cluster.api.create<ApiObject & { status: { allowed: boolean } }>(
    '/apis/authorization.k8s.io/v1/subjectaccessreviews',
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SubjectAccessReview',
      spec: {
        user: 'system:serviceaccount:host-processes:hp-host-processes-plugin-hook',
        resourceAttributes: {
          group: 'operator.openshift.io',
          resource: 'consoles',
          name: 'cluster',
          verb: 'patch',
        },
      },
    },
  );
  return review.status.allowed;
}

describe.each(helmReleases)('%s', (release) => {
  it.each([
    ['absent', undefined, [us], []],
    ['empty', [], [us], []],
    ['containing us', ['z', us, 'a'], ['z', us, 'a'], ['z', 'a']],
    ['containing others in an order', ['z', 'a', 'm'], ['z', 'a', 'm', us], ['z', 'a', 'm']],
  ])(
    'a list that is %s',
    async (_, found, withUs, afterwards) => {
      await makeConsole(cluster, found);
      const helm = await helmOf(release);
      expect(await helm.install(values)).toMatchObject({ status: 0 });
      expect(await pluginsOf(cluster)).toEqual(withUs);
      expect(await helm.uninstall()).toMatchObject({ status: 0 });
      expect(await pluginsOf(cluster)).toEqual(afterwards);
    },
    120_000,
  );

  it('loses nothing of what another writes meanwhile', async () => {
    await makeConsole(cluster, ['a']);
    const helm = await helmOf(release);
    // Between what a Job read and what it writes, three times each.
    const names = ['b', 'c', 'd', 'e', 'f', 'g'];
    let written = 0;
    let most = 3;
    const { answered } = await interpose(async (method) => {
      if (method === 'PATCH' && written < most) await anotherAdds(names[written++] ?? '');
      return 'on';
    });
    expect(await helm.install(values)).toMatchObject({ status: 0 });
    expect(await pluginsOf(cluster)).toEqual(['d', 'c', 'b', 'a', us]);
    expect(answered.filter((status) => status === 422 || status === 409)).toHaveLength(3);
    most = 6;
    expect(await helm.uninstall()).toMatchObject({ status: 0 });
    expect(await pluginsOf(cluster)).toEqual(['g', 'f', 'e', 'd', 'c', 'b', 'a']);
  }, 120_000);

  it('waits for an API server that is down for a moment', async () => {
    await makeConsole(cluster, ['a']);
    const helm = await helmOf(release);
    let refused = 0;
    const { asked } = await interpose(() =>
      Promise.resolve(refused < 3 && (refused += 1) ? 'down' : 'on'),
    );
    expect(await helm.install(values)).toMatchObject({ status: 0 });
    expect(asked).toEqual(['GET', 'GET', 'GET', 'GET', 'PATCH']);
    expect(await pluginsOf(cluster)).toEqual(['a', us]);
    expect(await helm.uninstall()).toMatchObject({ status: 0 });
  }, 120_000);

  it.each<[string, Before, RegExp]>([
    [
      'forbidden',
      takeRightAway,
      /the API server answered 10 times with 403 \(consoles.* is forbidden: User "system:serviceaccount:host-processes:\S+" cannot get resource/,
    ],
    ['down', () => Promise.resolve('down'), /the API server did not answer 10 times \(/],
  ])(
    'never holds the uninstallation up when the API server is %s',
    async (_, before, reason) => {
      const objects = await allObjects(cluster.api);
      await makeConsole(cluster, ['a']);
      const helm = await helmOf(release);
      expect(await helm.install(values)).toMatchObject({ status: 0 });
      await interpose(before);
      expect(await helm.uninstall()).toMatchObject({ status: 0 });
      expect(cluster.kubelet.said(/hook/).at(-1)).toMatch(reason);
      expect(cluster.kubelet.said(/hook/).at(-1)).toContain('Uninstalling goes on');
      expect(await pluginsOf(cluster)).toEqual(['a', us]);
      expect(
        (await leftSince(objects, cluster.api)).filter((name) => !name.includes('/consoles/')),
      ).toEqual([]);
    },
    180_000,
  );

  it('fails aloud when it cannot add, and what is left goes with the release', async () => {
    await cluster.api.delete('/apis/operator.openshift.io/v1/consoles/cluster');
    const objects = await allObjects(cluster.api);
    const helm = await helmOf(release);
    const { status, output } = await helm.install(values);
    expect(status).not.toBe(0);
    expect(output).toMatch(/post-install/);
    expect(cluster.kubelet.said(/hook/).at(-1)).toContain(
      'was not extended: the API server answered with 404 (consoles.operator.openshift.io "cluster" not found)',
    );
    expect(await helm.uninstall()).toMatchObject({ status: 0 });
    expect(await leftSince(objects, cluster.api)).toEqual([]);
  }, 240_000);
});

describe('a right that is not there', () => {
  it('fails the installation with the reason', async () => {
    await makeConsole(cluster, ['a']);
    await interpose(takeRightAway);
    const helm = await helmOf(helmReleases[1]);
    const { status } = await helm.install(values, '--timeout=45s');
    expect(status).not.toBe(0);
    expect(await pluginsOf(cluster)).toEqual(['a']);
    expect(await helm.uninstall()).toMatchObject({ status: 0 });
  }, 240_000);
});
