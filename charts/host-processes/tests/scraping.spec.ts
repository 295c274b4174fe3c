import { provideHelm, render } from './support/chart';
import { type Labels, type Manifest, ofKind, selects, workloads } from './support/manifest';
import { matrix } from './support/matrix';

beforeAll(provideHelm, 120_000);

interface ServiceMonitorSpec {
  readonly spec: {
    readonly jobLabel: string;
    readonly selector: { readonly matchLabels: Labels };
    readonly endpoints: readonly Endpoint[];
  };
}

interface Endpoint {
  readonly port: string;
  readonly scheme: string;
  readonly path: string;
  readonly interval: string;
  readonly scrapeTimeout: string;
  readonly authorization: { type: string; credentials: { name: string; key: string } };
  readonly tlsConfig: Labels;
  readonly relabelings: readonly { action: string; regex?: string; targetLabel?: string }[];
}

const seconds = (text: string) => parseInt(text, 10) * (text.endsWith('m') ? 60 : 1);
const platformOnly = ['caFile', 'certFile', 'keyFile', 'bearerTokenFile'];

describe.each(matrix())('%s', (_, rendering) => {
  let manifests: Manifest[];
  let monitors: (Manifest & ServiceMonitorSpec)[];
  beforeAll(async () => {
    manifests = await render(rendering);
    monitors = ofKind<ServiceMonitorSpec>(manifests, 'ServiceMonitor');
  });
  const { monitoring, auth } = rendering.values as {
    monitoring?: { stack?: string };
    auth: { clientCertificates?: { enabled: boolean } };
  };
  const isPlatform = monitoring?.stack === 'platform';

  it('finds the agent, and nothing else, by name and port', () => {
    for (const { spec } of monitors) {
      const found = ofKind<{ spec: { ports: { name: string }[]; clusterIP?: string } }>(
        manifests,
        'Service',
      ).filter(({ metadata }) => selects(spec.selector.matchLabels, metadata.labels));
      expect(found).toHaveLength(1);
      const [service] = found;
      expect(service?.spec.clusterIP).toBe('None');
      expect(service?.metadata.labels?.[spec.jobLabel]).toBe('host-processes');
      const [endpoint] = spec.endpoints;
      expect(service?.spec.ports.map(({ name }) => name)).toEqual([endpoint?.port]);
      const { name, namespace = '' } = service!.metadata;
      expect(endpoint?.tlsConfig.serverName).toBe(`${name}.${namespace}.svc`);
    }
  });

  it('shows the very secret that the agent reads', () => {
    const agents = workloads(manifests).filter(({ kind }) => kind === 'DaemonSet');
    for (const { spec } of monitors) {
      const volumes = agents[0]?.spec.template.spec.volumes ?? [];
      const { credentials, type } = spec.endpoints[0]!.authorization;
      expect(type).toBe('Bearer');
      expect(volumes.find(({ name }) => name === 'bearer')?.secret).toMatchObject({
        secretName: credentials.name,
        items: [{ key: credentials.key, path: 'token' }],
      });
    }
  });

  it('asks in the time that the agent knows of', () => {
    const agents = workloads(manifests).filter(({ kind }) => kind === 'DaemonSet');
    for (const { spec } of monitors) {
      const { interval, scrapeTimeout } = spec.endpoints[0]!;
      expect(seconds(scrapeTimeout)).toBeLessThanOrEqual(seconds(interval));
      expect(agents[0]?.spec.template.spec.containers[0]?.args).toContain(
        `--scrape-interval=${seconds(interval)}s`,
      );
    }
  });

  it('keeps to what its Prometheus allows', () => {
    for (const { spec } of monitors) {
      const { scheme, tlsConfig, relabelings } = spec.endpoints[0]!;
      expect(scheme).toBe('https');
      expect(tlsConfig).not.toHaveProperty('insecureSkipVerify');
      const used = platformOnly.filter((field) => field in tlsConfig);
      expect(isPlatform || used.length === 0).toBe(true);
      expect(used.includes('certFile')).toBe(auth.clientCertificates?.enabled ?? false);
      // Of both kinds the operator would take neither.
      expect('ca' in tlsConfig).toBe(!('caFile' in tlsConfig));
      // job and namespace stay: alerts and the tenancy proxy need them.
      expect(relabelings.map(({ targetLabel, regex }) => targetLabel ?? regex)).toEqual([
        'instance',
        'node',
        'pod|container|endpoint|service',
      ]);
    }
  });

  it('has rules evaluated where the series are', () => {
    const label = 'openshift.io/prometheus-rule-evaluation-scope';
    for (const { metadata } of ofKind(manifests, 'PrometheusRule')) {
      expect(metadata.labels?.[label]).toBe(isPlatform ? undefined : 'leaf-prometheus');
    }
  });

  it('lets the Prometheus of the platform discover, where it scrapes', () => {
    const bound = ofKind<{ subjects: { name: string }[] }>(manifests, 'RoleBinding').filter(
      ({ subjects }) => subjects[0]?.name === 'prometheus-k8s',
    );
    expect(bound).toHaveLength(isPlatform && monitors.length > 0 ? 1 : 0);
  });
});
