import http from 'node:http';
import { gunzipSync } from 'node:zlib';
import { ask } from '../../https-server/testdata/ask';
import { MountedSecret } from '../../https-server/testdata/certificate-authority';
import { authority, bearer, file, start, tlsFlags } from './testdata/secured-serving';
import { exposition, type Flags, startServing } from './testdata/serving';

describe('plain HTTP, the default', () => {
  it('answers metrics, health and a page that points to them', async () => {
    const { url } = await start({});
    expect(url).toMatch(/^http:/);
    const metrics = await ask(`${url}metrics?x=1`);
    expect(metrics.text).toBe(exposition);
    expect(metrics.headers['content-type']).toBe('text/plain; version=0.0.4');
    expect(metrics.headers.vary).toBe('accept-encoding');
    expect(metrics.headers['content-encoding']).toBeUndefined();
    expect((await ask(`${url}healthz`)).text).toBe('ok\n');
    expect((await ask(url)).text).toContain('href="/metrics"');
    expect(await ask(`${url}nothing`)).toMatchObject({ status: 404 });
  });

  it('sends what was there when it was asked, however long that takes', async () => {
    const long = exposition.repeat(3000);
    const { url } = await start({}, long);
    for (const encoding of ['identity', 'gzip']) {
      const { body } = await ask(`${url}metrics`, { headers: { 'accept-encoding': encoding } });
      expect((encoding === 'gzip' ? gunzipSync(body) : body).equals(Buffer.from(long))).toBe(true);
    }
  });

  it('keeps a connection for longer than Prometheus waits with it', async () => {
    const { url } = await start({});
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const { headers } = await ask(`${url}metrics`, { agent });
    expect(headers['keep-alive']).toBe('timeout=330');
    expect((await ask(`${url}metrics`, { agent })).status).toBe(200);
    agent.destroy();
  });

  it('refuses other methods, and answers HEAD without a body', async () => {
    const { url } = await start({});
    const post = await ask(`${url}metrics`, { method: 'POST' });
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
    const head = await ask(`${url}metrics`, { method: 'HEAD' });
    expect([head.status, head.headers['content-length'], head.text]).toEqual([
      200,
      String(exposition.length),
      '',
    ]);
  });

  it.each([
    ['gzip', true],
    ['gzip;q=0.5, identity', true],
    ['gzip;q=0', false],
    ['br, deflate', false],
  ])('compresses for accept-encoding %s: %s', async (encoding, compressed) => {
    const { url } = await start({});
    const { headers, body } = await ask(`${url}metrics`, {
      headers: { 'accept-encoding': encoding },
    });
    expect(headers['content-encoding']).toBe(compressed ? 'gzip' : undefined);
    expect(headers.vary).toBe('accept-encoding');
    expect((compressed ? gunzipSync(body) : body).toString()).toBe(exposition);
    expect(body.length < exposition.length).toBe(compressed);
  });
});

describe('a bearer token', () => {
  it.each([
    ['none', {}, 401],
    ['a wrong one', bearer('wrong'), 403],
    ['the beginning of the right one', bearer('secre'), 403],
    ['another scheme', { headers: { authorization: 'Basic c2VjcmV0' } }, 401],
    ['the right one', bearer('secret'), 200],
    [
      'the right one, the scheme in lower case',
      { headers: { authorization: 'bearer secret' } },
      200,
    ],
  ])('%s', async (_name, options, status) => {
    const serving = await start({ ...tlsFlags(), bearerTokenFile: file('token', 'secret\n') });
    const answer = await ask(`${serving.url}metrics`, { ca: authority.ca, ...options });
    expect(answer.status).toBe(status);
    expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
    expect(serving.scrapes).toBe(status === 200 ? 1 : 0);
    expect(answer.text.includes('x{')).toBe(status === 200);
  });

  it('guards every path but /healthz', async () => {
    const { url } = await start({ ...tlsFlags(), bearerTokenFile: file('token', 'secret') });
    const statusOf = async (at: string) => (await ask(`${url}${at}`, { ca: authority.ca })).status;
    expect(await statusOf('')).toBe(401);
    expect(await statusOf('nothing')).toBe(401);
    expect(await statusOf('healthz')).toBe(200);
  });

  it('changes with its file, without a restart, and stays when the new file holds none', async () => {
    const secret = new MountedSecret(authority.folder, { token: 'first' });
    const { url, said } = await start({ bearerTokenFile: secret.path('token') });
    const statusOf = async (token: string) => (await ask(`${url}metrics`, bearer(token))).status;
    expect([await statusOf('first'), await statusOf('second')]).toEqual([200, 403]);
    secret.swap({ token: 'second' });
    expect([await statusOf('first'), await statusOf('second')]).toEqual([403, 200]);
    secret.swap({ token: '\n' });
    expect([await statusOf('second'), await statusOf('')]).toEqual([200, 401]);
    expect(said).toEqual([
      'The bearer token travels in the clear: --web.tls-cert-file is not given.',
      `Read again after a change: ${secret.path('token')}`,
      `${secret.path('token')}: expected a bearer token of visible ASCII characters, found none. What was read before stays in force.`,
    ]);
  });
});

describe('files that cannot be taken at the start', () => {
  const refusals: [string, () => Flags, RegExp][] = [
    [
      'no such certificate',
      () => ({ ...tlsFlags(), tlsCertFile: '/no/such' }),
      /^\/no\/such cannot be read: there is no such file\.$/,
    ],
    [
      'a folder',
      () => ({ ...tlsFlags(), tlsKeyFile: authority.folder }),
      /cannot be read: it is a folder\.$/,
    ],
    [
      'no certificate in it',
      () => ({ ...tlsFlags(), tlsCertFile: file('x', 'x') }),
      /x: expected a certificate in PEM form, found none\.$/,
    ],
    [
      'a broken certificate',
      () => ({
        ...tlsFlags(),
        tlsCertFile: file('y', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'),
      }),
      /y: certificate 1 cannot be parsed\.$/,
    ],
    [
      'no key in it',
      () => ({ ...tlsFlags(), tlsKeyFile: file('z', 'z') }),
      /z: expected a private key in PEM form without a passphrase, found none\.$/,
    ],
    [
      'a key of another certificate',
      () => ({ ...tlsFlags(), tlsKeyFile: authority.issueServer().keyFile }),
      /^The key in .* does not belong to the certificate in .*\.$/,
    ],
    [
      'an empty token',
      () => ({ bearerTokenFile: file('empty', '\n') }),
      /empty: expected a bearer token of visible ASCII characters, found none\.$/,
    ],
    [
      'no authority',
      () => ({ ...tlsFlags(), tlsClientCaFile: file('none', '') }),
      /none: expected a certificate in PEM form, found none\.$/,
    ],
  ];
  it.each(refusals)('%s', async (_name, flags, sentence) => {
    const refused: Error = await startServing(flags()).then(
      () => new Error('It was taken.'),
      (error: unknown) => error as Error,
    );
    expect(refused).toMatchObject({ name: 'SettingsError' });
    expect(refused.message).toMatch(sentence);
  });
});
