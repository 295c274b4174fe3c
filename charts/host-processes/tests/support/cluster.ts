import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** An object as the API answers it, under the path at which it is asked for. */
export type Objects = Readonly<Record<string, object>>;

const discovery: Objects = {
  '/version': { major: '1', minor: '35', gitVersion: 'v1.35.0' },
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/api/v1': {
    kind: 'APIResourceList',
    groupVersion: 'v1',
    resources: [
      { name: 'namespaces', kind: 'Namespace', namespaced: false, verbs: ['get'] },
      { name: 'secrets', kind: 'Secret', namespaced: true, verbs: ['get'] },
      { name: 'configmaps', kind: 'ConfigMap', namespaced: true, verbs: ['get'] },
    ],
  },
  '/apis': {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: [
      {
        name: 'console.openshift.io',
        versions: [{ groupVersion: 'console.openshift.io/v1', version: 'v1' }],
        preferredVersion: { groupVersion: 'console.openshift.io/v1', version: 'v1' },
      },
    ],
  },
  '/apis/console.openshift.io/v1': {
    kind: 'APIResourceList',
    groupVersion: 'console.openshift.io/v1',
    resources: [
      { name: 'consoleplugins', kind: 'ConsolePlugin', namespaced: false, verbs: ['get'] },
    ],
  },
};

/**
 * What a cluster answers when the real Helm looks something up in it: discovery, and these objects. The chart
 * is installed on a real API server elsewhere (`npm run test:cluster`); here only what `lookup` finds matters.
 */
export class LookupCluster {
  private readonly server: Server;
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'kubeconfig-'));
  readonly asked: string[] = [];

  constructor(objects: Objects) {
    this.server = createServer(({ url = '' }, response) => {
      const { pathname } = new URL(url, 'http://cluster');
      this.asked.push(pathname);
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
