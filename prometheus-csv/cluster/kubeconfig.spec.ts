import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { readContext } from './kubeconfig';
import { peerOf } from './kubeconfig-peer';

const folder = mkdtempSync(path.join(os.tmpdir(), 'kubeconfig-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const made = path.join(folder, name);
  writeFileSync(made, typeof content === 'string' ? content : stringify(content));
  return made;
}

/** A kubeconfig with one context of this name, whose user is as given. */
function config(name: string, user: unknown, cluster: object = {}): object {
  return {
    'current-context': name,
    contexts: [{ name, context: { cluster: name, user: name } }],
    clusters: [{ name, cluster: { server: `https://api.${name}:6443`, ...cluster } }],
    users: [{ name, user }],
  };
}

const never = new AbortController().signal;
const base64 = (text: string) => Buffer.from(text).toString('base64');
async function credentials(user: unknown) {
  const context = readContext([file('user', config('c', user))], undefined);
  const { token, clientCertificate } = await peerOf(context, false, never);
  return token ?? clientCertificate;
}

describe('contexts', () => {
  const one = file('one', config('one', { token: 'of one' }));
  const two = file('two', config('two', { token: 'of two' }));

  it('takes the current one of the first file, and any other by name', () => {
    expect(readContext([one, two], undefined)).toMatchObject({
      cluster: { server: 'https://api.one:6443' },
      user: { token: 'of one' },
    });
    expect(readContext([one, two], 'two').user.token).toBe('of two');
  });

  it.each([
    [[one], 'three', `The kubeconfig ${one} has no context three.`],
    [[file('none', { contexts: [] })], undefined, /has no current context; log in with oc login/],
    [
      [file('dangling', { contexts: [{ name: 'x', context: { cluster: 'y' } }] })],
      'x',
      /^The context x of the kubeconfig .* names no server\.$/,
    ],
    [[file('empty', '')], undefined, /is empty\.$/],
    [[file('broken', 'a: [')], undefined, /is no YAML: /],
    [[path.join(folder, 'absent')], undefined, /there is no such file\.$/],
  ])('says what is wrong with %j, context %s', (files, context, message) => {
    expect(() => readContext(files, context)).toThrow(message);
  });
});

describe('credentials', () => {
  it('are a token, or a file with one beside the kubeconfig', async () => {
    file('token', 'of a file\n');
    expect(await credentials({ token: 'plain' })).toBe('plain');
    expect(await credentials({ tokenFile: 'token' })).toBe('of a file');
  });

  it('are a certificate, as data or in files', async () => {
    file('key', 'KEY');
    expect(
      await credentials({ 'client-certificate-data': base64('CERT'), 'client-key': 'key' }),
    ).toEqual({ cert: 'CERT', key: 'KEY' });
  });

  it('come from a program, which gets the environment of the kubeconfig', async () => {
    const answer = `console.log(JSON.stringify({ kind: 'ExecCredential', status: { token: process.env.WHO + process.argv[1] + JSON.parse(process.env.KUBERNETES_EXEC_INFO).kind } }))`;
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: process.execPath,
      args: ['-e', answer, 'b'],
      env: [{ name: 'WHO', value: 'a' }],
    };
    expect(await credentials({ exec })).toBe('abExecCredential');
  });

  it.each([
    [
      { exec: { command: 'no-such-program', installHint: 'Install  it.' } },
      /cannot be run .*\. Install it\.$/,
    ],
    [
      { exec: { command: 'false' } },
      /^The program false .* ended with status 1 and gave no credential\.$/,
    ],
    [
      { exec: { command: 'echo', args: ['secret'] } },
      /^The program echo .* did not print an ExecCredential\.$/,
    ],
    [{}, /^The user of the context c has no token, certificate or exec program; /],
  ])('say why %j gives none, and no secret', async (user, message) => {
    await expect(credentials(user)).rejects.toThrow(message);
    await expect(credentials(user)).rejects.not.toThrow(/secret/);
  });
});

it('trusts the authority of the cluster, and never skips verification by itself', async () => {
  const cluster = {
    'certificate-authority-data': base64('CA'),
    'insecure-skip-tls-verify': true,
    'proxy-url': 'http://proxy:3128',
    'tls-server-name': 'other',
  };
  const context = readContext([file('tls', config('c', { token: 't' }, cluster))], undefined);
  expect(await peerOf(context, false, never)).toEqual({
    authorities: ['CA'],
    insecureSkipTlsVerify: false,
    proxyUrl: 'http://proxy:3128',
    serverName: 'other',
    token: 't',
  });
});
