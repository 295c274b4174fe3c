import https from 'node:https';
import { connect, type TLSSocket, type ConnectionOptions } from 'node:tls';
import { ask } from '../../https-server/testdata/ask';
import {
  type CertificateAuthority,
  MountedSecret,
} from '../../https-server/testdata/certificate-authority';
import { authority, bearer, clients, file, start, tlsFlags } from './testdata/secured-serving';
import { exposition } from './testdata/serving';

describe('a client certificate', () => {
  const certificateOf = (issuer: CertificateAuthority, commonName: string, more = {}) => {
    const { cert, key } = issuer.issue({ commonName, usage: 'clientAuth', ...more });
    return { cert, key };
  };
  const scraper = 'system:serviceaccount:openshift-monitoring:prometheus-k8s';
  const cases: [string, () => object, number][] = [
    ['none', () => ({}), 401],
    ['the right common name', () => certificateOf(clients, scraper), 200],
    ['another common name', () => certificateOf(clients, 'somebody'), 403],
    [
      'a right DNS name',
      () => certificateOf(clients, 'x', { alternativeNames: 'DNS:prom.example' }),
      200,
    ],
    ['the right name from another authority', () => certificateOf(authority, scraper), 403],
    ['the right name, expired', () => certificateOf(clients, scraper, { days: -1 }), 403],
    [
      'the right name, for servers',
      () => certificateOf(clients, scraper, { usage: 'serverAuth' }),
      403,
    ],
  ];
  it.each(cases)('%s', async (_name, options, status) => {
    const serving = await start({
      ...tlsFlags(),
      tlsClientCaFile: clients.caFile,
      tlsClientNames: `${scraper}, prom.example`,
    });
    const answer = await ask(`${serving.url}metrics`, { ca: authority.ca, ...options() });
    expect(answer.status).toBe(status);
    expect(serving.scrapes).toBe(status === 200 ? 1 : 0);
    // The kubelet has none.
    expect((await ask(`${serving.url}healthz`, { ca: authority.ca })).status).toBe(200);
  });

  it('is needed for a resumed session, too', async () => {
    const { url } = await start({ ...tlsFlags(), tlsClientCaFile: clients.caFile });
    const options = { ca: authority.ca };
    const session = await sessionOf(url, options);
    const resumed = await openTo(url, { ...options, session });
    expect(resumed.isSessionReused()).toBe(true);
    expect(await getOn(resumed, '/metrics')).toMatch(/^HTTP\/1.1 401 /);
  });

  it('of a resumed session is still known', async () => {
    const { url } = await start({ ...tlsFlags(), tlsClientCaFile: clients.caFile });
    const options = { ca: authority.ca, ...certificateOf(clients, 'somebody') };
    const session = await sessionOf(url, options);
    const resumed = await openTo(url, { ...options, session });
    expect(resumed.isSessionReused()).toBe(true);
    expect(await getOn(resumed, '/metrics')).toMatch(/^HTTP\/1.1 200 /);
  });

  it('or the token: either suffices, a wrong one of either is 403', async () => {
    const { url } = await start({
      ...tlsFlags(),
      tlsClientCaFile: clients.caFile,
      bearerTokenFile: file('token', 'secret'),
    });
    const statusOf = async (options: object) =>
      (await ask(`${url}metrics`, { ca: authority.ca, ...options })).status;
    expect(await statusOf({})).toBe(401);
    expect(await statusOf(bearer('secret'))).toBe(200);
    expect(await statusOf(certificateOf(clients, 'somebody'))).toBe(200);
    expect(await statusOf({ ...bearer('wrong'), ...certificateOf(clients, 'somebody') })).toBe(200);
    expect(await statusOf(bearer('wrong'))).toBe(403);
    expect(await statusOf(certificateOf(authority, 'somebody'))).toBe(403);
  });

  it('follows the authorities in their file, for connections that are open, too', async () => {
    const secret = new MountedSecret(authority.folder, { 'ca.crt': clients.ca });
    const { url, said } = await start({ ...tlsFlags(), tlsClientCaFile: secret.path('ca.crt') });
    const agent = new https.Agent({ keepAlive: true, maxSockets: 1 });
    const old = { ca: authority.ca, ...certificateOf(clients, 'somebody') };
    const statusOf = async (options: object) => (await ask(`${url}metrics`, options)).status;
    expect(await statusOf({ ...old, agent })).toBe(200);
    secret.swap({ 'ca.crt': authority.ca });
    // The open connection gets one more answer and is closed.
    expect(await statusOf({ ...old, agent })).toBe(200);
    expect(await statusOf({ ...old, agent })).toBe(403);
    expect(await statusOf({ ca: authority.ca, ...certificateOf(authority, 'somebody') })).toBe(200);
    expect(said).toEqual([`Read again after a change: ${secret.path('ca.crt')}`]);
    agent.destroy();
  });
});

describe('TLS', () => {
  it('is what a client can verify', async () => {
    const { url } = await start(tlsFlags());
    expect(url).toMatch(/^https:/);
    expect((await ask(`${url}metrics`, { ca: authority.ca })).text).toBe(exposition);
    await expect(ask(`${url}metrics`, { ca: clients.ca })).rejects.toThrow();
  });

  it('with a certificate that has expired is refused by the client', async () => {
    const { certFile, keyFile } = authority.issueServer({ days: -1 });
    const { url } = await start({ tlsCertFile: certFile, tlsKeyFile: keyFile });
    await expect(ask(`${url}metrics`, { ca: authority.ca })).rejects.toMatchObject({
      code: 'CERT_HAS_EXPIRED',
    });
  });

  it.each([
    ['TLS12', 'TLSv1.1', 'protocol version'],
    ['TLS12', 'TLSv1.2', undefined],
    ['TLS12', 'TLSv1.3', undefined],
    ['TLS13', 'TLSv1.2', 'protocol version'],
    ['TLS13', 'TLSv1.3', undefined],
  ] as const)('from %s, a client that speaks %s: %s', async (minimum, spoken, code) => {
    const { url } = await start({ ...tlsFlags(), tlsMinVersion: minimum });
    const options = {
      ca: authority.ca,
      minVersion: spoken,
      maxVersion: spoken,
      // This client must be able to speak what OpenSSL itself no longer does by default.
      ciphers: 'DEFAULT@SECLEVEL=0',
    };
    const answer = ask(`${url}metrics`, options).then(
      ({ status }) => status,
      (error: unknown) => /alert (protocol version)/.exec(String(error))?.[1] ?? error,
    );
    expect(await answer).toBe(code ?? 200);
  });

  it.each([
    ['TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
    [
      'ECDHE-ECDSA-CHACHA20-POLY1305,TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
      'ECDHE-ECDSA-CHACHA20-POLY1305',
    ],
    ['', 'ECDHE-ECDSA-AES128-GCM-SHA256'],
  ])('with the suites %j speaks %s, and TLS 1.3', async (tlsCiphers, spoken) => {
    const { url } = await start({ ...tlsFlags(), tlsCiphers });
    const old = await openTo(url, { ca: authority.ca, maxVersion: 'TLSv1.2' });
    expect(old.getCipher().name).toBe(spoken);
    const now = await openTo(url, { ca: authority.ca });
    expect(now.getProtocol()).toBe('TLSv1.3');
    old.destroy();
    now.destroy();
  });

  it('takes a new pair without a restart, and an open connection gets its answer', async () => {
    const [first, second] = [authority.issueServer(), authority.issueServer()];
    const secret = new MountedSecret(authority.folder, {
      'tls.crt': first.cert,
      'tls.key': first.key,
    });
    const serving = await start({
      tlsCertFile: secret.path('tls.crt'),
      tlsKeyFile: secret.path('tls.key'),
    });
    const agent = new https.Agent({ keepAlive: true, maxSockets: 1 });
    const get = (options = {}) => ask(`${serving.url}metrics`, { ca: authority.ca, ...options });
    const before = await get({ agent });
    expect(before.headers.connection).toBe('keep-alive');
    secret.swap({ 'tls.crt': second.cert, 'tls.key': second.key });
    const open = await get({ agent });
    expect(open).toMatchObject({ status: 200, serial: before.serial });
    expect(open.headers.connection).toBe('close');
    const after = await get({ agent });
    expect(after.status).toBe(200);
    expect(after.serial).not.toBe(before.serial);
    expect((await get()).serial).toBe(after.serial);

    // A pair that does not fit, then one that cannot be read: the last good one stays.
    secret.swap({ 'tls.crt': first.cert, 'tls.key': second.key });
    expect((await get()).serial).toBe(after.serial);
    expect((await get()).serial).toBe(after.serial);
    secret.swap({ 'tls.crt': first.cert });
    expect((await get()).serial).toBe(after.serial);
    secret.swap({ 'tls.crt': first.cert, 'tls.key': first.key });
    expect((await get()).serial).toBe(before.serial);
    const [cert, key] = [secret.path('tls.crt'), secret.path('tls.key')];
    expect(serving.said).toEqual([
      `Read again after a change: ${cert}, ${key}`,
      `The key in ${key} does not belong to the certificate in ${cert}. What was read before stays in force.`,
      `${key} cannot be read: there is no such file. What was read before stays in force.`,
      `Read again after a change: ${cert}, ${key}`,
    ]);
    agent.destroy();
  });
});

function openTo(url: string, options: ConnectionOptions): Promise<TLSSocket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), ...options }, () =>
      resolve(socket),
    );
    socket.on('error', reject);
  });
}

/** The answer to a request on a connection, which ends with it. */
async function getOn(socket: TLSSocket, at: string): Promise<string> {
  socket.write(`GET ${at} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

/** A session to resume; TLS 1.3 hands it out after the handshake. */
async function sessionOf(url: string, options: ConnectionOptions): Promise<Buffer> {
  const socket = await openTo(url, options);
  const session = new Promise<Buffer>((resolve) => socket.once('session', resolve));
  await getOn(socket, '/healthz');
  return session;
}
