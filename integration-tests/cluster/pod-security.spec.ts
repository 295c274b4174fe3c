import { deepMerge } from '../../charts/host-processes/tests/support/deep-merge';
import { allObjects, leftSince, untilSettled } from './all-objects';
import { type Cluster, startCluster } from './cluster';
import type { ApiObject } from './control-plane/api-client';
import { Helm, helmReleases } from './helm';
import { makeConsole } from './namespace';

// A namespace in which pod security admission enforces the strictest standard.
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
  await makeConsole(cluster);
  await cluster.api.create('/api/v1/namespaces', {
    metadata: {
      name: 'host-processes',
      labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
    },
  });
  await untilSettled(cluster.api);
}, 1_800_000);
afterAll(() => cluster.end(), 60_000);

const values = { image: { repository: 'registry.example.com/host-processes' } };

interface Event extends ApiObject {
  readonly message: string;
  readonly involvedObject: { readonly kind: string };
}

async function refusals(): Promise<string[]> {
  for (;;) {
    const events = await cluster.api.list<Event>('/api/v1/namespaces/host-processes/events');
    const found = events.filter(
      ({ involvedObject, message }) =>
        involvedObject.kind === 'DaemonSet' && message.includes('forbidden'),
    );
    if (found.length > 0) return found.map(({ message }) => message);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe.each(helmReleases)('%s', (release) => {
  it('takes the plugin, its hooks and its test as they are', async () => {
    const before = await allObjects(cluster.api);
    const helm = await Helm.of(release, cluster.kubeconfig);
    const alone = deepMerge(values, { agent: { enabled: false } });
    expect(await helm.install(alone, '--wait', '--timeout=90s')).toMatchObject({ status: 0 });
    expect(await helm.test('--timeout=60s')).toMatchObject({ status: 0 });
    expect(await helm.uninstall('--timeout=60s')).toMatchObject({ status: 0 });
    expect(await leftSince(before, cluster.api)).toEqual([]);
  }, 240_000);

  it("refuses the agent, of which the chart's notes warn", async () => {
    const helm = await Helm.of(release, cluster.kubeconfig);
    const alone = deepMerge(values, { plugin: { enabled: false } });
    const { status, output } = await helm.install(alone);
    expect(status).toBe(0);
    expect(output).toContain(
      'oc label namespace host-processes --overwrite pod-security.kubernetes.io/enforce=privileged',
    );
    const [refusal] = await refusals();
    expect(refusal).toContain('violates PodSecurity "restricted:latest": host namespaces');
    expect(await helm.uninstall('--timeout=60s')).toMatchObject({ status: 0 });
  }, 240_000);
});
