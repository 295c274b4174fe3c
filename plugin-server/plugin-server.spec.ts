import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { stop, urlOf } from '../https-server/listening';
import { ask, type Asked } from '../https-server/testdata/ask';
import {
  CertificateAuthority,
  MountedSecret,
} from '../https-server/testdata/certificate-authority';
import { servePlugin } from './plugin-server';

const script = 'export const text = "ä";\n'.repeat(100);
const hashed = 'tab-chunk-6620d633c652daa7c5e9.min.js';
const files: Readonly<Record<string, string | Buffer>> = {
  'plugin-manifest.json': '{"name":"host-processes"}',
  'plugin-entry.66f0b52d459cc07e6337.min.js': script,
  [hashed]: script,
  [`${hashed}.LICENSE.txt`]: 'MIT',
  'locales/en/plugin__host-processes.json': '{"a":"b"}',
  'pictures/a b.svg': '<svg/>',
  'style.css': 'a{}',
  'unknown.bin': Buffer.from([0, 255, 1]),
};

let authority: CertificateAuthority;
let folder: string;
let secret: MountedSecret;
let server: http.Server;
let url: string;
const said: unknown[] = [];

const options = () => ({
  listenAddress: { host: '127.0.0.1', port: 0 },
  certFile: secret.path('tls.crt'),
  keyFile: secret.path('tls.key'),
  files: folder,
  agentNamespace: 'host-processes',
  scrapeIntervalMs: 15_000,
});

beforeAll(async () => {
  authority = new CertificateAuthority();
  folder = mkdtempSync(path.join(os.tmpdir(), 'host-processes-plugin-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const { cert, key } = authority.issueServer();
  secret = new MountedSecret(authority.folder, { 'tls.crt': cert, 'tls.key': key });
  server = await servePlugin(options(), (message) => said.push(message));
  url = urlOf(server);
});
afterAll(async () => {
  await stop(server, 0);
  rmSync(folder, { recursive: true });
  authority.remove();
});

const get = (at: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Asked> =>
  ask(`${url}${at}`, { ca: authority.ca, headers, method });

const forever = 'public, max-age=31536000, immutable';

test.each([
  [
    'plugin-manifest.json',
    'application/json; charset=utf-8',
    'no-cache, no-store, must-revalidate',
  ],
  ['plugin-entry.66f0b52d459cc07e6337.min.js', 'text/javascript; charset=utf-8', forever],
  [hashed, 'text/javascript; charset=utf-8', forever],
  ['locales/en/plugin__host-processes.json', 'application/json; charset=utf-8', 'no-cache'],
  ['style.css', 'text/css; charset=utf-8', 'no-cache'],
  ['unknown.bin', 'application/octet-stream', 'no-cache'],
])('%s is %s and cached: %s', async (name, type, caching) => {
  const { status, headers, body } = await get(name);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': type,
    'cache-control': caching,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  expect(body.equals(Buffer.from(files[name] ?? ''))).toBe(true);
});

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const)('for accept-encoding %s it sends %s', async (accepted, coding, decompress) => {
  const { headers, body } = await get(hashed, { 'accept-encoding': accepted });
  expect(headers['content-encoding']).toBe(coding);
  expect(headers['content-length']).toBe(String(body.length));
  expect(body.length).toBeLessThan(script.length / 4);
  expect(decompress(body).toString()).toBe(script);
});

test('what compression would not make smaller is sent as it is', async () => {
  const { headers, text } = await get('style.css', { 'accept-encoding': 'br, gzip' });
  expect([headers['content-encoding'], text]).toEqual([undefined, 'a{}']);
});

test('each coding has an entity tag of its own, and 304 answers it', async () => {
  const tagOf = async (coding: string) =>
    String((await get(hashed, { 'accept-encoding': coding })).headers.etag);
  const tags = [await tagOf('identity'), await tagOf('gzip'), await tagOf('br')];
  expect(new Set(tags).size).toBe(3);
  const fresh = await get(hashed, {
    'accept-encoding': 'gzip',
    'if-none-match': `"other", W/${tags[1] ?? ''}`,
  });
  expect(fresh).toMatchObject({ status: 304, text: '' });
  expect(fresh.headers).toMatchObject({ etag: tags[1], 'cache-control': forever });
  const another = await get(hashed, { 'accept-encoding': 'br', 'if-none-match': tags[1] });
  expect(another.status).toBe(200);
});

test('HEAD is GET without the body', async () => {
  const { status, headers, text } = await get(hashed, {}, 'HEAD');
  expect([status, headers['content-length'], text]).toEqual([
    200,
    String(Buffer.byteLength(script)),
    '',
  ]);
  expect(await get(hashed, {}, 'POST')).toMatchObject({ status: 405 });
});

test.each([
  '',
  'index.html',
  'locales',
  'locales/',
  '../package.json',
  '..%2fpackage.json',
  '%zz',
  '%00',
])('/%s is not found', async (at) => {
  // As it stands, not as URL would shorten it.
  const { hostname, port } = new URL(url);
  const { status, headers } = await ask('https://x', {
    hostname,
    port,
    path: `/${at}`,
    ca: authority.ca,
  });
  expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
});

test('names may hold what a URL writes otherwise, and a query changes nothing', async () => {
  const { headers, text } = await get('pictures/a%20b.svg?x=1');
  expect([headers['content-type'], text]).toEqual(['image/svg+xml', '<svg/>']);
});

test('tells the plugin what the chart knows', async () => {
  const { headers, text } = await get('host-processes.json');
  expect(JSON.parse(text)).toEqual({ agentNamespace: 'host-processes', scrapeIntervalSeconds: 15 });
  expect(headers['cache-control']).toBe('no-cache');
});

test('is healthy', async () => {
  expect(await get('healthz')).toMatchObject({ status: 200, text: 'ok\n' });
});

test('takes a new certificate without a restart', async () => {
  const before = (await get('healthz')).serial;
  const { cert, key } = authority.issueServer();
  secret.swap({ 'tls.crt': cert, 'tls.key': key });
  expect((await get('healthz')).serial).not.toBe(before);
  expect(said).toEqual([
    `Read again after a change: ${secret.path('tls.crt')}, ${secret.path('tls.key')}`,
  ]);
});

test.each([
  [{ files: '/no/such' }, 'Option --files: /no/such cannot be read (ENOENT).'],
  [{ certFile: '/no/such' }, '/no/such cannot be read: there is no such file.'],
])('%j is refused', async (more, message) => {
  const refused = servePlugin({ ...options(), ...more }, () => undefined);
  await expect(refused).rejects.toMatchObject({ name: 'SettingsError', message });
});

test('a folder without a plugin is refused', async () => {
  const refused = servePlugin(
    { ...options(), files: path.join(folder, 'locales') },
    () => undefined,
  );
  await expect(refused).rejects.toThrow(
    `Option --files expects the folder of the built plugin, found no plugin-manifest.json in ${folder}/locales.`,
  );
});
