import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { CertificateAuthority } from '../https-server/testdata/certificate-authority';
import { testInstallation } from './test-installation';

// Servers that answer wrongly; the right ones, as built, are asked in integration-tests/deployment/.
const authority = new CertificateAuthority();
const { cert, key } = authority.issueServer();
const tokenFile = path.join(authority.folder, 'token');
writeFileSync(tokenFile, 'the-token\n');
const servers: https.Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => void server.close()));
afterAll(() => authority.remove());

type Answers = (path: string, authorization: string | undefined) => readonly [number, string];

async function serve(answers: Answers): Promise<URL> {
  const server = https.createServer({ cert, key }, ({ url = '', headers }, response) => {
    const [status, body] = answers(url, headers.authorization);
    response.writeHead(status).end(body);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

const agentAt = (url: URL, caFile = authority.caFile) => ({
  agent: { url, caFile, tokenFile },
  plugin: undefined,
  attempts: 1,
});
const pluginAt = (url: URL) => ({
  agent: undefined,
  plugin: { url, caFile: authority.caFile, name: 'us' },
  attempts: 1,
});

async function said(options: Parameters<typeof testInstallation>[0]): Promise<string[]> {
  const sentences: string[] = [];
  await testInstallation(options, (sentence) => sentences.push(sentence));
  return sentences;
}

describe('an agent', () => {
  const exposition = '# TYPE a counter\nhostproc_cpu_seconds_total{class="pod"} 1\na 1\n';
  const guarded: Answers = (_, authorization) =>
    authorization === undefined
      ? [401, '']
      : authorization === 'Bearer the-token'
        ? [200, exposition]
        : [403, 'wrong'];

  it('that answers as it should', async () => {
    expect(await said(agentAt(await serve(guarded)))).toEqual([
      'The agent at 127.0.0.1 exposes 2 series, and nothing without the token.',
    ]);
  });

  it.each<[string, Answers, string]>([
    ['lets everybody in', () => [200, exposition], 'answered 200 without the token; expected 401.'],
    [
      'knows another token',
      (_, authorization) => (authorization ? [403, 'Not this token.'] : [401, '']),
      'answered 403 with the token (Not this token.).',
    ],
    [
      'accounts for nothing',
      (_, authorization) => (authorization ? [200, 'a 1\n'] : [401, '']),
      'exposes no hostproc_cpu_seconds_total.',
    ],
  ])('that %s', async (_, answers, what) => {
    await expect(said(agentAt(await serve(answers)))).rejects.toThrow(
      `The agent at 127.0.0.1 ${what}`,
    );
  });

  it('whose certificate somebody else signed', async () => {
    const other = new CertificateAuthority('Another authority');
    await expect(said(agentAt(await serve(guarded), other.caFile))).rejects.toThrow(
      'unable to verify the first certificate',
    );
    other.remove();
  });

  it('that is not there', async () => {
    await expect(said(agentAt(new URL('https://127.0.0.1:9')))).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a plugin', () => {
  const serving =
    (manifest: object, script = 200): Answers =>
    (file) =>
      file === '/plugin-manifest.json' ? [200, JSON.stringify(manifest)] : [script, ''];

  it('that is served', async () => {
    const url = await serve(serving({ name: 'us', loadScripts: ['a.js', 'b.js'] }));
    expect(await said(pluginAt(url))).toEqual([
      'The plugin us is served: its manifest and 2 scripts.',
    ]);
  });

  it.each<[string, Answers, string]>([
    [
      'has another name',
      serving({ name: 'them', loadScripts: ['a.js'] }),
      'The plugin\'s manifest has the name "them"; expected "us", which the console looks for.',
    ],
    [
      'has no manifest',
      () => [404, ''],
      "The plugin's server answered 404 for plugin-manifest.json; expected 200.",
    ],
    [
      'lacks a script',
      serving({ name: 'us', loadScripts: ['a.js'] }, 404),
      "The plugin's server answered 404 for a.js; expected 200.",
    ],
    [
      'loads nothing',
      serving({ name: 'us', loadScripts: [] }),
      "The plugin's manifest names no script to load.",
    ],
  ])('that %s', async (_, answers, sentence) => {
    await expect(said(pluginAt(await serve(answers)))).rejects.toThrow(sentence);
  });
});
