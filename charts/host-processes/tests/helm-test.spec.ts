import { parseCommandLine } from '../../../helm-test/options';
import { provideHelm, render } from './support/chart';
import { type Manifest, ofKind, type PodSpec } from './support/manifest';
import { matrix } from './support/matrix';
import { brokenControls } from './support/restricted';

beforeAll(provideHelm, 120_000);

type TestPod = Manifest & { readonly spec: PodSpec };

describe.each(matrix())('%s', (_, rendering) => {
  let manifests: Manifest[];
  let pod: TestPod;
  beforeAll(async () => {
    manifests = await render(rendering);
    pod = ofKind<{ spec: PodSpec }>(manifests, 'Pod')[0]!;
  });

  it('has one test pod, which the network policies know', () => {
    expect(ofKind(manifests, 'Pod')).toHaveLength(1);
    expect(pod.metadata.annotations?.['helm.sh/hook']).toBe('test');
    expect(pod.metadata.labels?.['app.kubernetes.io/component']).toBe('test');
  });

  it('is a restricted pod without a token, which ends', () => {
    expect(brokenControls(pod.spec)).toEqual([]);
    expect(pod.spec.automountServiceAccountToken).toBe(false);
    expect(pod.spec.restartPolicy).toBe('Never');
    expect(pod.spec.containers[0]?.securityContext?.readOnlyRootFilesystem).toBe(true);
  });

  it('asks what is installed, at its Services, with files that are mounted', () => {
    const [container] = pod.spec.containers;
    const command = parseCommandLine(container?.args ?? []);
    if (command.kind !== 'test') throw new Error('Expected arguments that test something.');
    const { agent, plugin } = command.options;
    const isInstalled = (kind: string) => manifests.some((one) => one.kind === kind);
    expect(agent !== undefined).toBe(isInstalled('DaemonSet'));
    expect(plugin !== undefined).toBe(isInstalled('Deployment'));

    interface Service {
      readonly spec: { readonly ports: readonly { readonly port: number }[] };
    }
    const urls = ofKind<Service>(manifests, 'Service').map(
      ({ metadata, spec }) =>
        `https://${metadata.name}.${metadata.namespace ?? ''}.svc:${spec.ports[0]?.port ?? ''}/`,
    );
    const asked = [agent, plugin].flatMap((one) => one?.url.href ?? []);
    expect(asked.sort()).toEqual(urls.sort());

    const mounted = (container?.volumeMounts ?? []).flatMap(({ name, mountPath }) => {
      const volume = pod.spec.volumes?.find((one) => one.name === name);
      const items = (volume?.secret ?? volume?.configMap)?.items ?? [];
      return items.map((item) => `${mountPath}/${item.path}`);
    });
    const files = [agent?.caFile, agent?.tokenFile, plugin?.caFile].filter(Boolean);
    expect(files.sort()).toEqual(mounted.sort());
  });

  it('shows the token that the agent knows, and trusts whom Prometheus trusts', () => {
    const volumeOf = (name: string) => pod.spec.volumes?.find((one) => one.name === name);
    for (const { spec } of ofKind<{ spec: { template: { spec: PodSpec } } }>(
      manifests,
      'DaemonSet',
    )) {
      const bearer = spec.template.spec.volumes?.find(({ name }) => name === 'bearer');
      expect(volumeOf('bearer')).toEqual(bearer);
    }
    interface Monitor {
      spec: { endpoints: { tlsConfig: { ca?: { configMap: { name: string; key: string } } } }[] };
    }
    for (const { spec } of ofKind<Monitor>(manifests, 'ServiceMonitor')) {
      const { ca } = spec.endpoints[0]!.tlsConfig;
      const { name, items } = volumeOf('agent-ca')!.configMap!;
      const trusted = ca?.configMap ?? { name: 'openshift-service-ca.crt', key: 'service-ca.crt' };
      expect({ name, key: items?.[0]?.key }).toEqual(trusted);
    }
  });
});
