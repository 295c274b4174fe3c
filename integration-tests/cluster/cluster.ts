import type { Lifetime } from '../../demo/launcher/lifetime';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { CertificateAuthority } from '../../https-server/testdata/certificate-authority';
import { type ControlPlane, startControlPlane } from './control-plane';
import { defineResources } from './custom-resources';
import { type ApiObject, isStatus, type KubernetesApi } from './kubernetes-api';
import { NodeAgents } from './node-agents';
import { startServiceCa } from './service-ca';

const consolePath = '/apis/operator.openshift.io/v1/consoles/cluster';

/** A cluster as OpenShift is one to our chart: the API server is real, nodes and service CA are stood in for. */
export class Cluster {
  private constructor(
    private readonly lifetime: Lifetime,
    private readonly authority: CertificateAuthority,
    private readonly controlPlane: ControlPlane,
    readonly nodeAgents: NodeAgents,
  ) {}

  static async start(): Promise<Cluster> {
    const lifetime = beginLifetime();
    const authority = new CertificateAuthority();
    const controlPlane = await startControlPlane(lifetime, authority);
    await defineResources(controlPlane.api);
    startServiceCa(lifetime, controlPlane.api, authority);
    const agents = await NodeAgents.start(lifetime, controlPlane);
    const cluster = new Cluster(lifetime, authority, controlPlane, agents);
    // As OpenShift has it; pods that name another are refused.
    await controlPlane.api.post('/apis/scheduling.k8s.io/v1/priorityclasses', {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'openshift-user-critical' },
      value: 1_000_000_000,
    });
    await controlPlane.api.post('/apis/operator.openshift.io/v1/consoles', {
      apiVersion: 'operator.openshift.io/v1',
      kind: 'Console',
      metadata: { name: 'cluster' },
      spec: { managementState: 'Managed' },
    });
    return cluster;
  }

  get api(): KubernetesApi {
    return this.controlPlane.api;
  }

  get kubeconfig(): string {
    return this.controlPlane.kubeconfig;
  }

  /** The console's list of plugins. */
  async plugins(): Promise<readonly string[] | undefined> {
    const { spec } = await this.api.get<{ spec: { plugins?: readonly string[] } }>(consolePath);
    return spec.plugins;
  }

  /** @param plugins null takes the list away */
  async setPlugins(plugins: readonly string[] | null): Promise<void> {
    await this.api.mergePatch(consolePath, { spec: { plugins } });
  }

  /** A namespace that allows what the agent needs. */
  async makeNamespace(name: string, labels: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.api.post('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': 'privileged', ...labels } },
    });
  }

  /**
   * Everything in a namespace, and everything of ours in the whole cluster, as KIND/NAME; without what every
   * namespace has, events, and what went with its owner a moment ago.
   */
  async leftIn(namespace: string): Promise<string[]> {
    const found: string[] = [];
    for (const { path, kind, namespaced } of await this.resources()) {
      for (const { metadata } of await this.api.list(path)) {
        const isOurs = metadata.labels?.['app.kubernetes.io/name'] === 'host-processes';
        const isThere = namespaced ? metadata.namespace === namespace : isOurs;
        if (isThere) found.push(`${kind}/${metadata.name}`);
      }
    }
    return found.filter((name) => !inEveryNamespace.has(name));
  }

  async end(): Promise<void> {
    await this.lifetime.end();
    this.authority.remove();
  }

  /** Every kind of object that the API server can list. */
  private async resources(): Promise<{ path: string; kind: string; namespaced: boolean }[]> {
    const { groups } = await this.api.get<{
      groups: { preferredVersion: { groupVersion: string } }[];
    }>('/apis');
    const paths = groups.map(({ preferredVersion }) => `/apis/${preferredVersion.groupVersion}`);
    const lists = await Promise.all(['/api/v1', ...paths].map((path) => this.resourcesAt(path)));
    return lists.flat().filter(({ kind }) => kind !== 'Event' && kind !== 'ComponentStatus');
  }

  private async resourcesAt(path: string) {
    const { resources } = await this.api.get<{
      resources: { name: string; kind: string; namespaced: boolean; verbs: string[] }[];
    }>(path);
    return resources
      .filter(({ name, verbs }) => verbs.includes('list') && !name.includes('/'))
      .map(({ name, kind, namespaced }) => ({ path: `${path}/${name}`, kind, namespaced }));
  }
}

const inEveryNamespace: ReadonlySet<string> = new Set([
  'ConfigMap/kube-root-ca.crt',
  'ConfigMap/openshift-service-ca.crt',
  'ServiceAccount/default',
]);

/** An object, or undefined where there is none. */
export async function find<Found extends ApiObject>(
  api: KubernetesApi,
  path: string,
): Promise<Found | undefined> {
  return api.get<Found>(path).catch((error: unknown) => {
    if (isStatus(error, 404)) return undefined;
    throw error;
  });
}
