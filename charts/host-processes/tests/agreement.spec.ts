import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../../scripts/project-folder';
import { provideHelm, render } from './support/chart';
import {
  type Labels,
  type Manifest,
  ofKind,
  selects,
  type Volume,
  withoutHooks,
  type Workload,
  workloads,
} from './support/manifest';
import { matrix } from './support/matrix';

beforeAll(provideHelm, 120_000);

interface ServiceSpec {
  readonly spec: {
    readonly selector: Labels;
    readonly clusterIP?: string;
    readonly ports: readonly { name: string; port: number; targetPort: string }[];
  };
}

interface NetworkPolicySpec {
  readonly spec: {
    readonly podSelector: { readonly matchLabels: Labels };
    readonly ingress: readonly {
      readonly from: readonly {
        namespaceSelector?: { matchLabels: Labels };
        podSelector?: { matchLabels: Labels };
      }[];
      readonly ports: readonly { readonly port: number }[];
    }[];
    readonly egress: readonly unknown[];
    readonly policyTypes: readonly string[];
  };
}

/** The one in a list; a test fails when there are more or none. */
function only<T>(list: readonly T[]): T {
  expect(list).toHaveLength(1);
  return list[0]!;
}

const containerOf = ({ spec }: Workload) => only(spec.template.spec.containers);
const argument = (workload: Workload, flag: string) =>
  (containerOf(workload).args ?? [])
    .find((one) => one.startsWith(`--${flag}=`))
    ?.slice(flag.length + 3);
const servicesOf = (manifests: readonly Manifest[]) => ofKind<ServiceSpec>(manifests, 'Service');
const certificateAnnotation = 'service.beta.openshift.io/serving-cert-secret-name';

/** The file that a mounted volume puts at a path, as `name of Secret or ConfigMap, key`; undefined if none. */
function mountedAt(workload: Workload, file: string): [string, string] | undefined {
  const { volumes = [] } = workload.spec.template.spec;
  const mount = containerOf(workload).volumeMounts?.find(
    ({ mountPath }) => path.posix.dirname(file) === mountPath,
  );
  const volume = volumes.find(({ name }) => name === mount?.name);
  if (!volume) return undefined;
  const base = path.posix.basename(file);
  const source = volume.secret ?? volume.configMap;
  const key = source?.items ? source.items.find((item) => item.path === base)?.key : base;
  const name = sourceName(volume);
  return name !== undefined && key !== undefined ? [name, key] : undefined;
}

/** What stays, without the Job that edits the console's list after a build: plugin-list.spec.ts looks at that. */
function lasting<Kind extends Manifest>(manifests: readonly Kind[]): Kind[] {
  return withoutHooks(manifests).filter(
    ({ metadata }) => metadata.labels?.['app.kubernetes.io/component'] !== 'plugin-list',
  );
}

/** What Prometheus needs for discovery cannot be named one by one. */
function expectDiscovery(
  subject: { namespace: string },
  rules: readonly { resources: string[]; verbs: string[] }[],
): void {
  expect(subject.namespace).toBe('openshift-monitoring');
  expect(rules.flatMap(({ resources }) => resources).sort()).toEqual([
    'endpoints',
    'endpointslices',
    'pods',
    'services',
  ]);
  for (const { verbs } of rules) expect(verbs).toEqual(['get', 'list', 'watch']);
}

const sourceName = ({ secret, configMap }: Volume) => secret?.secretName ?? configMap?.name;

describe.each(matrix())('%s', (_, rendering) => {
  let manifests: Manifest[];
  beforeAll(async () => {
    manifests = await render(rendering);
  });

  it('every workload has its Service, port and probes', () => {
    for (const workload of workloads(manifests)) {
      const { labels } = workload.spec.template.metadata;
      expect(selects(workload.spec.selector.matchLabels, labels)).toBe(true);
      const container = containerOf(workload);
      const port = only(container.ports ?? []);
      const selecting = servicesOf(manifests).filter(({ spec }) => selects(spec.selector, labels));
      const service = only(selecting);
      expect(only(service.spec.ports)).toMatchObject({
        port: port.containerPort,
        targetPort: port.name,
      });
      expect(argument(workload, 'web.listen-address')).toBe(`:${port.containerPort}`);
      for (const probe of [container.readinessProbe, container.livenessProbe]) {
        expect(probe?.httpGet).toEqual({ path: '/healthz', port: port.name, scheme: 'HTTPS' });
      }
      // Nothing else is selected by it: two Services of a pod would be two certificates.
      expect(
        workloads(manifests).filter((one) =>
          selects(service.spec.selector, one.spec.template.metadata.labels),
        ),
      ).toHaveLength(1);
    }
  });

  it('every file that an argument names is mounted, and every mounted object is there', () => {
    const given = JSON.stringify(rendering.values);
    for (const workload of workloads(manifests)) {
      const container = containerOf(workload);
      const files = (container.args ?? []).flatMap(
        (one) => /^--[a-z.-]+=(\/etc\/host-processes\/.*)$/.exec(one)?.[1] ?? [],
      );
      expect(files.length).toBeGreaterThanOrEqual(2);
      for (const file of files) expect([file, mountedAt(workload, file)]).not.toContain(undefined);

      const mounts = (container.volumeMounts ?? []).map(({ name }) => name);
      const { volumes = [] } = workload.spec.template.spec;
      expect(volumes.map(({ name }) => name)).toEqual(mounts);
      for (const name of volumes.flatMap((volume) => sourceName(volume) ?? [])) {
        const made =
          manifests.some(
            ({ kind, metadata }) =>
              ['Secret', 'ConfigMap'].includes(kind) && metadata.name === name,
          ) ||
          servicesOf(manifests).some(
            ({ metadata }) => metadata.annotations?.[certificateAnnotation] === name,
          );
        expect([name, made || given.includes(JSON.stringify(name))]).toEqual([name, true]);
      }
    }
  });

  it('every pod has its ServiceAccount, without a token', () => {
    const accounts = lasting(
      ofKind<{ automountServiceAccountToken: boolean }>(manifests, 'ServiceAccount'),
    );
    const used = workloads(manifests).map(({ spec }) => spec.template.spec.serviceAccountName);
    expect(used.sort()).toEqual(accounts.map(({ metadata }) => metadata.name).sort());
    for (const account of accounts) expect(account.automountServiceAccountToken).toBe(false);
  });

  it('every role names the one object that it is about, and is bound', () => {
    interface Role {
      rules: { resources: string[]; resourceNames?: string[]; verbs: string[] }[];
    }
    interface Binding {
      roleRef: { kind: string; name: string };
      subjects: { kind: string; name: string; namespace: string }[];
    }
    expect(lasting(manifests).map(({ kind }) => kind)).not.toContain('ClusterRole');
    const bindings = ofKind<Binding>(manifests, 'RoleBinding');
    const roles = ofKind<Role>(manifests, 'Role');
    expect(bindings.map(({ roleRef }) => roleRef)).toEqual(
      roles.map(({ metadata: { name } }) => ({
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name,
      })),
    );
    roles.forEach(({ rules }, i) => {
      const subject = only(bindings[i]!.subjects);
      if (subject.name === 'prometheus-k8s') {
        expectDiscovery(subject, rules);
        return;
      }
      const [daemonSet] = workloads(manifests);
      expect(only(rules)).toMatchObject({
        resources: ['securitycontextconstraints'],
        resourceNames: [
          daemonSet?.spec.template.metadata.annotations?.['openshift.io/required-scc'],
        ],
        verbs: ['use'],
      });
      expect(subject.name).toBe(daemonSet?.spec.template.spec.serviceAccountName);
    });
  });

  it('every policy is for one workload, on its port, from who asks it', () => {
    const policies = ofKind<NetworkPolicySpec>(manifests, 'NetworkPolicy');
    for (const { spec } of policies) {
      const workload = only(
        workloads(manifests).filter((one) =>
          selects(spec.podSelector.matchLabels, one.spec.template.metadata.labels),
        ),
      );
      expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
      expect(spec.egress).toEqual([]);
      const { from, ports } = only(spec.ingress);
      expect(ports).toEqual([
        { port: only(containerOf(workload).ports ?? []).containerPort, protocol: 'TCP' },
      ]);
      const namespaces = from.flatMap(
        ({ namespaceSelector }) =>
          namespaceSelector?.matchLabels['kubernetes.io/metadata.name'] ?? [],
      );
      const { monitoring } = rendering.values as { monitoring?: { stack?: string } };
      const prometheus =
        monitoring?.stack === 'platform'
          ? 'openshift-monitoring'
          : 'openshift-user-workload-monitoring';
      expect(namespaces[0]).toBe(workload.kind === 'DaemonSet' ? prometheus : 'openshift-console');
      const ofTest = {
        'app.kubernetes.io/name': 'host-processes',
        'app.kubernetes.io/instance': rendering.release ?? 'hp',
        'app.kubernetes.io/component': 'test',
      };
      expect(from[1]).toEqual({ podSelector: { matchLabels: ofTest } });
    }
  });

  it('the plugin is what the console looks for', () => {
    const { consolePlugin } = JSON.parse(
      readFileSync(path.join(projectFolder, 'package.json'), 'utf8'),
    ) as { consolePlugin: { name: string } };
    interface PluginSpec {
      spec: { backend: { service: { name: string; namespace: string; port: number } } };
    }
    const plugins = ofKind<PluginSpec>(manifests, 'ConsolePlugin');
    const deployments = workloads(manifests).filter(({ kind }) => kind === 'Deployment');
    expect(plugins).toHaveLength(deployments.length);
    for (const { metadata, spec } of plugins) {
      expect(metadata.name).toBe(consolePlugin.name);
      const { name, namespace, port } = spec.backend.service;
      const service = only(servicesOf(manifests).filter((one) => one.metadata.name === name));
      expect(only(service.spec.ports).port).toBe(port);
      expect(service.metadata.namespace).toBe(namespace);
      expect(service.metadata.annotations?.[certificateAnnotation]).toBe(
        mountedAt(deployments[0]!, '/etc/host-processes/tls/tls.crt')?.[0],
      );
      expect(argument(deployments[0]!, 'agent.namespace')).toBe(namespace);
    }
  });

  it('knows the allocatable CPUs unless there is a limit', () => {
    for (const workload of workloads(manifests).filter(({ kind }) => kind === 'DaemonSet')) {
      const { env = [], resources } = containerOf(workload);
      expect(env.map(({ name }) => name)).toEqual(
        resources?.limits?.cpu === undefined ? ['HOST_PROCESSES_ALLOCATABLE_MILLICPUS'] : [],
      );
    }
  });
});

test('a release gate that leaves out pods by the old name leaves out the agent', async () => {
  const manifests = await render({
    values: {
      image: { repository: 'a' },
      auth: { existingSecret: 'b' },
      agent: { fullnameOverride: 'process-exporter' },
    },
  });
  const daemonSet = only(ofKind(manifests, 'DaemonSet'));
  // Prometheus anchors; a DaemonSet's pod is its name, a dash and five characters.
  expect(`${daemonSet.metadata.name}-x7k2p`).toMatch(/^(?:process-exp.*)$/);
});
