import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** An object as the API answers it, under the path at which it is asked for. */
export type Objects = Readonly<Record<string, object>>;

/** The kinds that the chart has or looks up; Helm 4 maps every one of them. True where they are in a namespace. */
const kinds: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  v1: {
    ConfigMap: true,
    Namespace: false,
    Pod: true,
    Secret: true,
    Service: true,
    ServiceAccount: true,
  },
  'apps/v1': { DaemonSet: true, Deployment: true },
  'batch/v1': { Job: true },
  'build.openshift.io/v1': { BuildConfig: true },
  'console.openshift.io/v1': { ConsolePlugin: false },
  'image.openshift.io/v1': { ImageStream: true },
  'monitoring.coreos.com/v1': { PrometheusRule: true, ServiceMonitor: true },
  'networking.k8s.io/v1': { NetworkPolicy: true },
  'policy/v1': { PodDisruptionBudget: true },
  'rbac.authorization.k8s.io/v1': {
    ClusterRole: false,
    ClusterRoleBinding: false,
    Role: true,
    RoleBinding: true,
  },
  'security.openshift.io/v1': { SecurityContextConstraints: false },
};

function plural(kind: string): string {
  const name = kind.toLowerCase();
  if (name.endsWith('s')) return name;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}

const groupVersions = Object.keys(kinds).filter((name) => name !== 'v1');

const discovery: Objects = {
  '/version': { major: '1', minor: '35', gitVersion: 'v1.35.0' },
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/apis': {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groupVersions.map((groupVersion) => {
      const version = { groupVersion, version: 'v1' };
      return {
        name: groupVersion.split('/')[0],
        versions: [version],
        preferredVersion: version,
      };
    }),
  },
  ...Object.fromEntries(
    Object.entries(kinds).map(([groupVersion, namespacedByKind]) => [
      groupVersion === 'v1' ? '/api/v1' : `/apis/${groupVersion}`,
      {
        kind: 'APIResourceList',
        groupVersion,
        resources: Object.entries(namespacedByKind).map(([kind, namespaced]) => ({
          name: plural(kind),
          kind,
          namespaced,
          verbs: ['get'],
        })),
      },
    ]),
  ),
};

/**
 * What a cluster answers when the real Helm looks something up in it: discovery, and these objects. The chart
 * is installed on a real API server elsewhere (`npm run test:cluster`); here only what `lookup` finds matters.
 */
export class LookupCluster {
  private readonly server: Server;
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'kubeconfig-'));

  constructor(objects: Objects) {
    this.server = createServer(({ url = '' }, response) => {
      const { pathname } = new URL(url, 'http://cluster');
      const found = discovery[pathname] ?? objects[pathname];
      response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(found ?? notFound));
    });
  }

  /** @returns arguments with which `helm template` sees this cluster */
  async start(): Promise<string[]> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    const file = path.join(this.folder, 'config');
    writeFileSync(
      file,
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'here',
        clusters: [{ name: 'here', cluster: { server: `http://127.0.0.1:${port}` } }],
        contexts: [{ name: 'here', context: { cluster: 'here', user: 'me' } }],
        users: [{ name: 'me', user: {} }],
      }),
      { mode: 0o600 },
    );
    return ['--dry-run=server', '--disable-openapi-validation', '--kubeconfig', file];
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true });
  }
}

const notFound = {
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  reason: 'NotFound',
  message: 'not found',
  code: 404,
};
