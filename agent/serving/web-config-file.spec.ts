import { hashSync } from 'bcryptjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { ask } from '../../https-server/testdata/ask';
import {
  CertificateAuthority,
  type Issued,
} from '../../https-server/testdata/certificate-authority';
import { exposition, type Serving, startServing } from './testdata/serving';

let authority: CertificateAuthority;
let server: Issued;
let configFile: string;
let count = 0;
const running: Serving[] = [];

beforeAll(() => {
  authority = new CertificateAuthority();
  server = authority.issueServer();
});
afterAll(() => authority.remove());
beforeEach(() => {
  const folder = path.join(authority.folder, `config-${++count}`);
  mkdirSync(folder);
  configFile = path.join(folder, 'web.yml');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((serving) => serving.stop()));
});

const write = (config: object) => writeFileSync(configFile, stringify(config));

async function start(config: object, nowMs?: () => number): Promise<Serving> {
  write(config);
  const serving = await startServing({ webConfigFile: configFile }, nowMs);
  running.push(serving);
  return serving;
}

const tls = (more: object = {}) => ({
  // Relative to the file's folder.
  tls_server_config: {
    cert_file: `../${path.basename(server.certFile)}`,
    key_file: server.keyFile,
    ...more,
  },
});

const as = (user: string, password: string) => ({ auth: `${user}:${password}` });

describe('basic authentication', () => {
  const users = {
    basic_auth_users: { alice: hashSync('right:colon', 4), bob: hashSync('bob', 5) },
  };

  it.each([
    ['nobody', {}, 401],
    ['the wrong password', as('alice', 'wrong'), 401],
    ['no such user', as('carol', 'right:colon'), 401],
    ['the password of another user', as('bob', 'right:colon'), 401],
    ['a bearer token', { headers: { authorization: 'Bearer x' } }, 401],
    ['no user at all', { headers: { authorization: 'Basic eA==' } }, 401],
    ['the right password', as('alice', 'right:colon'), 200],
    ['the right password of the other', as('bob', 'bob'), 200],
  ])('%s', async (_name, options, status) => {
    const serving = await start(users);
    const answer = await ask(`${serving.url}metrics`, options);
    expect(answer.status).toBe(status);
    expect(answer.text.includes('x{')).toBe(status === 200);
    expect(serving.scrapes).toBe(status === 200 ? 1 : 0);
    expect(answer.headers['www-authenticate']).toBe(
      status === 401 ? 'Basic realm="host-processes-agent", charset="UTF-8"' : undefined,
    );
    expect((await ask(`${serving.url}healthz`)).status).toBe(200);
  });

  it('follows the file', async () => {
    const serving = await start(users);
    const statusOf = async (password: string) =>
      (await ask(`${serving.url}metrics`, as('bob', password))).status;
    expect([await statusOf('bob'), await statusOf('new')]).toEqual([200, 401]);
    write({ basic_auth_users: { bob: hashSync('new', 4) } });
    expect([await statusOf('bob'), await statusOf('new')]).toEqual([401, 200]);
    write({ basic_auth_users: { alice: hashSync('x', 4) } });
    expect(await statusOf('new')).toBe(401);
    write({});
    expect(await statusOf('anything')).toBe(200);
    writeFileSync(configFile, 'basic_auth_users: {bob: plain}\n');
    expect(await statusOf('anything')).toBe(200);
    expect(serving.said.at(-1)).toBe(
      `${configFile}:1:25: basic_auth_users.bob: expects a bcrypt hash, such as "htpasswd -nBC 10 USER" prints. What was read before stays in force.`,
    );
  });

  it('keeps the event loop free while it computes', async () => {
    const serving = await start({
      basic_auth_users: { alice: hashSync('x', 4).replace('$04$', '$14$') },
    });
    let health = 0;
    const metrics = ask(`${serving.url}metrics`, as('alice', 'x'));
    let done = false;
    void metrics.then(() => (done = true));
    while (!(done as boolean)) {
      await ask(`${serving.url}healthz`);
      health++;
    }
    expect((await metrics).status).toBe(401);
    // Blocked for the whole of it, one would get through before and one after.
    expect(health).toBeGreaterThan(2);
  });
});

describe('TLS', () => {
  it('with paths relative to the file, and HTTP headers', async () => {
    const { url } = await start({
      ...tls(),
      http_server_config: { headers: { 'X-Frame-Options': 'deny' } },
    });
    const answer = await ask(`${url}metrics`, { ca: authority.ca });
    expect(answer.text).toBe(exposition);
    expect(answer.headers['x-frame-options']).toBe('deny');
    expect((await ask(`${url}healthz`, { ca: authority.ca })).headers['x-frame-options']).toBe(
      'deny',
    );
  });

  it('with a certificate in the file itself', async () => {
    const { url } = await start({ tls_server_config: { cert: server.cert, key: server.key } });
    expect((await ask(`${url}metrics`, { ca: authority.ca })).status).toBe(200);
  });

  const [none, unknown, known, expired] = ['none', 'unknown', 'known', 'expired'];
  it.each([
    ['NoClientCert', { [none]: 200, [unknown]: 200 }],
    ['RequestClientCert', { [none]: 200, [unknown]: 200 }],
    ['RequireAnyClientCert', { [none]: 401, [unknown]: 200, [expired]: 200 }],
    ['VerifyClientCertIfGiven', { [none]: 200, [unknown]: 403, [known]: 200, [expired]: 403 }],
    ['RequireAndVerifyClientCert', { [none]: 401, [unknown]: 403, [known]: 200, [expired]: 403 }],
  ])('%s: %j', async (client_auth_type, expected) => {
    const clients = new CertificateAuthority('Clients');
    const verifies = client_auth_type.includes('Verify');
    const { url } = await start(
      tls({ client_auth_type, ...(verifies && { client_ca_file: clients.caFile }) }),
    );
    const issued: Record<string, Partial<Issued>> = {
      none: {},
      unknown: authority.issue({ commonName: 'a' }),
      known: clients.issue({ commonName: 'a' }),
      expired: clients.issue({ commonName: 'a', days: -1 }),
    };
    for (const [name, status] of Object.entries(expected)) {
      const { cert, key } = issued[name] ?? {};
      const answer = await ask(`${url}metrics`, { ca: authority.ca, cert, key });
      expect([name, answer.status]).toEqual([name, status]);
    }
    clients.remove();
  });

  it('lets in only the alternative names that are listed; a common name is none', async () => {
    const { url } = await start(
      tls({
        client_auth_type: 'RequireAndVerifyClientCert',
        client_ca_file: authority.caFile,
        client_allowed_sans: ['prometheus.example', '::1', 'spiffe://x/y'],
      }),
    );
    const statusOf = async (commonName: string, alternativeNames?: string) => {
      const { cert, key } = authority.issue({
        commonName,
        ...(alternativeNames && { alternativeNames }),
      });
      return (await ask(`${url}metrics`, { ca: authority.ca, cert, key })).status;
    };
    expect(await statusOf('prometheus.example')).toBe(403);
    expect(await statusOf('x', 'DNS:prometheus.example')).toBe(200);
    expect(await statusOf('x', 'IP:0::1')).toBe(200);
    expect(await statusOf('x', 'URI:spiffe://x/y')).toBe(200);
    expect(await statusOf('x', 'DNS:other.example,DNS:prometheus.example.evil')).toBe(403);
  });

  it('needs a certificate and a password when both are asked for', async () => {
    const { url } = await start({
      ...tls({ client_auth_type: 'RequireAndVerifyClientCert', client_ca_file: authority.caFile }),
      basic_auth_users: { alice: hashSync('right', 4) },
    });
    const { cert, key } = authority.issue({ commonName: 'a' });
    const statusOf = async (options: object) =>
      (await ask(`${url}metrics`, { ca: authority.ca, ...options })).status;
    expect(await statusOf(as('alice', 'right'))).toBe(401);
    expect(await statusOf({ cert, key })).toBe(401);
    expect(await statusOf({ cert, key, ...as('alice', 'right') })).toBe(200);
  });

  it('cannot come, go or begin to ask for certificates without a restart, and says so', async () => {
    const { url, said } = await start(tls());
    const statusNow = async () => (await ask(`${url}metrics`, { ca: authority.ca })).status;
    write({});
    expect(await statusNow()).toBe(200);
    write(tls({ client_auth_type: 'RequireAnyClientCert' }));
    expect(await statusNow()).toBe(200);
    const stays = 'What was read before stays in force.';
    expect(said).toEqual([
      `The change from HTTPS to plain HTTP needs a restart. ${stays}`,
      `The change from HTTPS to HTTPS with client certificates needs a restart. ${stays}`,
    ]);
  });

  it('takes another certificate when the file names another', async () => {
    const { url } = await start(tls());
    const before = await ask(url, { ca: authority.ca });
    const other = authority.issueServer();
    write(tls({ cert_file: other.certFile, key_file: other.keyFile }));
    const after = await ask(url, { ca: authority.ca });
    expect(after.serial).not.toBe(before.serial);
  });
});

test('a rate limit answers 429, and never to /healthz', async () => {
  let nowMs = 0;
  const { url } = await start({ rate_limit: { interval: '1s', burst: 2 } }, () => nowMs);
  const statusOf = async (at: string) => (await ask(`${url}${at}`)).status;
  const statuses = [await statusOf('metrics'), await statusOf(''), await statusOf('metrics')];
  expect(statuses).toEqual([200, 200, 429]);
  expect(await statusOf('healthz')).toBe(200);
  nowMs = 1000;
  expect(await statusOf('metrics')).toBe(200);
});

test('a file that is not there ends the start with a sentence', async () => {
  await expect(startServing({ webConfigFile: '/no/such' })).rejects.toMatchObject({
    name: 'SettingsError',
    message: '/no/such cannot be read: there is no such file.',
  });
});
