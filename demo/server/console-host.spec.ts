import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beginLifetime } from '../launcher/lifetime';
import { startPrometheus, writeConfiguration } from '../launcher/prometheus';
import { provide } from '../../scripts/parts/part';
import { prometheus as prometheusPart } from '../../scripts/parts/prometheus';
import { createConsoleHost } from './console-host';
import { openPage } from './listen';
import { machineNode } from './machine-node';

const lifetime = beginLifetime();
let folder: string;
let prometheusUrl: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'console-host-'));
  lifetime.add(() => rm(folder, { recursive: true }));
  await mkdir(path.join(folder, 'static'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(path.join(folder, 'static', 'host.js'), '');
  await writeFile(path.join(folder, 'plugin-manifest.json'), '{}');
  await writeFile(path.join(folder, 'chunk.js'), '');
  const programs = await provide(prometheusPart, () => undefined);
  const configuration = await writeConfiguration();
  lifetime.add(() => rm(configuration, { recursive: true }));
  const running = await startPrometheus(lifetime, programs.prometheus, configuration);
  prometheusUrl = running.url;
}, 120_000);
afterAll(() => lifetime.end());

async function serve(behind: string): Promise<string> {
  const page = await openPage(0);
  lifetime.add(() => page.close());
  page.serve(
    createConsoleHost({
      hostFolder: folder,
      pluginFolder: folder,
      installation: { agentNamespace: 'host-processes', scrapeIntervalSeconds: 5 },
      nodes: [machineNode('node-0')],
      prometheusUrl: behind,
    }),
  );
  return page.url;
}

describe('the console host before a real Prometheus', () => {
  let url: string;
  beforeAll(async () => (url = await serve(prometheusUrl)));
  const get = (where: string) => fetch(`${url}${where}`);

  it.each([
    '/query?query=1',
    '/query_range?query=1&start=0&end=60&step=15',
    '/label/__name__/values',
    '/labels',
    '/series?match[]=up',
    '/metadata',
    '/targets',
    '/rules',
  ])('passes %s on', async (where) => {
    const response = await get(`/api/prometheus/api/v1${where}`);
    await expect(response.json()).resolves.toMatchObject({ status: 'success' });
  });

  it.each(['/query?query=1', '/query_range?query=1&start=0&end=60&step=15'])(
    'passes %s on for one namespace',
    async (where) => {
      const response = await get(`/api/prometheus-tenancy/api/v1${where}&namespace=n`);
      await expect(response.json()).resolves.toMatchObject({ status: 'success' });
    },
  );

  it('passes nothing of the cluster on for one namespace', async () => {
    expect((await get('/api/prometheus-tenancy/api/v1/targets?namespace=n')).status).toBe(404);
  });

  it.each(['/api/v1/status/config', '/api/v1/admin/tsdb/snapshot', '/metrics', '/graph'])(
    'does not pass %s on',
    async (where) => {
      expect((await get(`/api/prometheus${where}`)).status).toBe(404);
    },
  );

  it("passes Prometheus' own refusal on", async () => {
    const response = await get('/api/prometheus/api/v1/query?query=(');
    expect(response.status).toBe(400);
    await expect(response.json()).resolves.toMatchObject({ errorType: 'bad_data' });
  });

  it('passes on nothing but GET', async () => {
    const response = await fetch(`${url}/api/prometheus/api/v1/query`, { method: 'POST' });
    expect(response.status).toBe(404);
  });

  it.each([
    ['/api/plugins/host-processes/plugin-manifest.json', 'application/json; charset=utf-8'],
    ['/api/plugins/host-processes/chunk.js', 'text/javascript; charset=utf-8'],
    ['/static/host.js', 'text/javascript; charset=utf-8'],
    ['/k8s/cluster/nodes/node-0/host-processes', 'text/html; charset=utf-8'],
    ['/', 'text/html; charset=utf-8'],
  ])('serves %s as %s', async (where, type) => {
    const response = await get(where);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it('lets no browser keep the manifest', async () => {
    const { headers } = await get('/api/plugins/host-processes/plugin-manifest.json');
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  it('states the installation', async () => {
    const response = await get('/api/plugins/host-processes/host-processes.json');
    await expect(response.json()).resolves.toEqual({
      agentNamespace: 'host-processes',
      scrapeIntervalSeconds: 5,
    });
  });

  it.each(['/api/plugins/host-processes/no-chunk.js', '/api/nothing', '/static/nothing.js'])(
    'answers 404 and no page for %s',
    async (where) => {
      const response = await get(where);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('text/plain');
    },
  );

  it('knows this machine as a node, with real numbers', async () => {
    const response = await get('/api/kubernetes/api/v1/nodes/node-0');
    await expect(response.json()).resolves.toMatchObject({
      kind: 'Node',
      metadata: { name: 'node-0' },
      status: {
        capacity: { cpu: String(os.cpus().length) },
        nodeInfo: { operatingSystem: 'linux', kernelVersion: os.release() },
      },
    });
  });

  it('answers a Status for a node that is not there', async () => {
    const response = await get('/api/kubernetes/api/v1/nodes/node-9');
    expect(response.status).toBe(404);
    await expect(response.json()).resolves.toMatchObject({
      kind: 'Status',
      message: 'nodes "node-9" not found',
    });
  });
});

describe('the console host before nothing', () => {
  it('answers 502', async () => {
    const gone = await openPage(0);
    await gone.close();
    const url = await serve(gone.url);
    expect((await fetch(`${url}/api/prometheus/api/v1/query?query=1`)).status).toBe(502);
  });
});
