import { chmodSync, writeFileSync } from 'node:fs';
import type http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { TLSSocket } from 'node:tls';
import { stringify } from 'yaml';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { CertificateAuthority } from '../../https-server/testdata/certificate-authority';
import { startKnownCluster, type KnownCluster } from './known-cluster';
import { buildProgram, run } from './program';
import { goodToken, guardPrometheus, powerlessToken, serveTls, type Front } from './tls-front';

// A cluster in small: an API server that knows the route, the authority of routes and service accounts,
// and behind the route a real Prometheus. Two authorities, as on a cluster.
// The program starts several times in a test, on machines that do other things, too.
jest.setTimeout(60_000);

const lifetime = beginLifetime();
const apiAuthority = new CertificateAuthority('The authority of the API server');
const routeAuthority = new CertificateAuthority('The authority of routes');
let cluster: KnownCluster;
let route: Front;
let api: Front;

const apis = '/apis/route.openshift.io/v1/namespaces/openshift-monitoring/routes/thanos-querier';
const ingress = '/api/v1/namespaces/openshift-config-managed/configmaps/default-ingress-cert';
const tokens = '/api/v1/namespaces/openshift-monitoring/serviceaccounts/prometheus-k8s/token';

function answerAsApi(request: http.IncomingMessage, response: http.ServerResponse): void {
  const json = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const byCertificate = request.socket instanceof TLSSocket && request.socket.authorized;
  const known = [goodToken, powerlessToken].some(
    (token) => request.headers.authorization === `Bearer ${token}`,
  );
  if (!known && !byCertificate) json(401, { kind: 'Status' });
  else if (request.url === apis) json(200, { status: { ingress: [{ host: route.host }] } });
  else if (request.url === ingress) json(200, { data: { 'ca-bundle.crt': routeAuthority.ca } });
  else if (request.url === tokens && request.method === 'POST') {
    json(201, { status: { token: goodToken } });
  } else json(404, { kind: 'Status' });
}

beforeAll(async () => {
  await buildProgram();
  cluster = await startKnownCluster(lifetime);
  route = await guardPrometheus(lifetime, routeAuthority, cluster.url);
  api = await serveTls(lifetime, apiAuthority, answerAsApi, {
    requestCert: true,
    rejectUnauthorized: false,
    ca: apiAuthority.ca,
  });
}, 180_000);
afterAll(async () => {
  await lifetime.end();
  apiAuthority.remove();
  routeAuthority.remove();
});

function file(name: string, text: string): string {
  const made = path.join(apiAuthority.folder, name);
  writeFileSync(made, text);
  return made;
}

/** A kubeconfig with a current context for this user, and another one that leads nowhere. */
function kubeconfig(name: string, user: object, more: object = {}): string {
  return file(
    name,
    stringify({
      'current-context': 'good',
      contexts: [
        { name: 'good', context: { cluster: 'c', user: 'u' } },
        { name: 'other', context: { cluster: 'nowhere', user: 'u' } },
      ],
      clusters: [
        {
          name: 'c',
          cluster: {
            server: `https://${api.host}`,
            'certificate-authority-data': Buffer.from(apiAuthority.ca).toString('base64'),
            ...more,
          },
        },
        { name: 'nowhere', cluster: { server: 'https://localhost:1' } },
      ],
      users: [{ name: 'u', user }],
    }),
  );
}

const someRows = ['--view', 'kernel', '--first', '--retries', '0', '--quiet'];
const expectRow = expect.objectContaining({
  status: 0,
  stderr: '',
  stdout: expect.stringMatching(/^node,class,.*\r\nlate-0,kernel,host,kworker,/) as string,
}) as object;

describe('a kubeconfig', () => {
  it('with a token leads to the route, its authority and the numbers', async () => {
    const config = kubeconfig('with-token', { token: goodToken });
    expect(await run([...someRows, '--kubeconfig', config])).toEqual(expectRow);
    expect(await run(someRows, { KUBECONFIG: config })).toEqual(expectRow);
  });

  it('with a client certificate gets the token of a service account', async () => {
    const { cert, key } = apiAuthority.issue({ commonName: 'system:admin', usage: 'clientAuth' });
    const config = kubeconfig('with-certificate', {
      'client-certificate-data': Buffer.from(cert).toString('base64'),
      'client-key-data': Buffer.from(key).toString('base64'),
    });
    expect(await run([...someRows, '--kubeconfig', config])).toEqual(expectRow);
    expect(api.asked).toContainEqual({ method: 'POST', url: tokens, token: '' });
    const other = await run([
      ...someRows,
      '--kubeconfig',
      config,
      '--service-account',
      'openshift-monitoring/none',
    ]);
    expect(other).toMatchObject({ status: 1, stdout: '' });
    expect(other.stderr).toMatch(
      /No token for the service account .* \(there is no such service account\); /,
    );
  });

  it('with a program gets its credential', async () => {
    const program = file(
      'login.sh',
      `#!/bin/sh\necho '{"kind":"ExecCredential","status":{"token":"'$TOKEN'"}}'\n`,
    );
    chmodSync(program, 0o755);
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: './login.sh',
      env: [{ name: 'TOKEN', value: goodToken }],
    };
    const config = kubeconfig('with-exec', { exec });
    expect(await run([...someRows, '--kubeconfig', config])).toEqual(expectRow);
  });

  it.each([
    [
      'an old token',
      { token: 'old' },
      /does not accept the credential of the kubeconfig \(401\); log in again/,
    ],
    [
      'a powerless user',
      { token: powerlessToken },
      /\(403\); it takes the cluster role cluster-monitoring-view\.$/,
    ],
    ['nobody', {}, /has no token, certificate or exec program; log in with oc login/],
  ])('with %s says so', async (_name, user, message) => {
    const ended = await run([...someRows, '--kubeconfig', kubeconfig('no', user)]);
    expect(ended).toMatchObject({ status: 1, stdout: '' });
    expect(ended.stderr.trimEnd()).toMatch(message);
  });

  it('whose API server is not to be trusted is not spoken with, even if it says to skip that', async () => {
    const config = kubeconfig(
      'untrusted',
      { token: goodToken },
      {
        'certificate-authority-data': Buffer.from(routeAuthority.ca).toString('base64'),
        'insecure-skip-tls-verify': true,
      },
    );
    const before = api.asked.length;
    const ended = await run([...someRows, '--kubeconfig', config]);
    expect(ended).toMatchObject({ status: 1, stdout: '' });
    expect(ended.stderr).toMatch(
      /^prometheus-csv: The certificate of localhost:\d+ is not trusted .*--ca-file.*--insecure-skip-tls-verify\.\n$/,
    );
    expect(api.asked).toHaveLength(before);
    expect(await run([...someRows, '--kubeconfig', config, '--insecure-skip-tls-verify'])).toEqual(
      expectRow,
    );
  });

  it('has other contexts', async () => {
    const config = kubeconfig('contexts', { token: goodToken });
    const ended = await run([...someRows, '--kubeconfig', config, '--context', 'other']);
    expect(ended.stderr).toMatch(/^prometheus-csv: The connection to localhost:1 was refused: /);
  });
});

describe('a host', () => {
  it('is asked with a token from a file, the environment or the command line', async () => {
    const args = [...someRows, '--host', route.host, '--ca-file', routeAuthority.caFile];
    const tokenFile = file('token', `${goodToken}\n`);
    expect(await run([...args, '--token-file', tokenFile])).toEqual(expectRow);
    expect(await run(args, { PROMETHEUS_TOKEN: goodToken })).toEqual(expectRow);
    expect(await run([...args, '-t', goodToken])).toEqual(expectRow);
  });

  it('is trusted by NODE_EXTRA_CA_CERTS, or when it is said to trust anybody', async () => {
    const args = [...someRows, '--host', route.host, '-t', goodToken];
    expect(await run(args, { NODE_EXTRA_CA_CERTS: routeAuthority.caFile })).toEqual(expectRow);
    expect(await run([...args, '--insecure-skip-tls-verify'])).toEqual(expectRow);
    const { status, stdout, stderr } = await run(args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/is not trusted \(/);
  });

  it('may be a Prometheus without TLS on this machine, which gets no token', async () => {
    expect(await run([...someRows, '--host', cluster.url])).toEqual(expectRow);
  });

  it('may be a plain Prometheus with known data but nothing in the interval', async () => {
    const args = [...someRows, '--host', cluster.url];
    const early = await run([...args, '-T', '2020-01-01']);
    expect(early).toMatchObject({ status: 1, stdout: '' });
    expect(early.stderr).toMatch(
      /^prometheus-csv: There are no numbers in the 1h from 2019-12-31T23:00:00\.000Z: the Host Processes agent is not installed/,
    );
    const noPods = await run([...args, '--view', 'workload', '-T', '2020-01-01']);
    expect(noPods.stderr).toMatch(/There are no pods in the 1h from .*; ask Thanos Querier\.\n$/);
    const none = await run([...args, '--node', 'nobody']);
    expect(none.stderr).toMatch(/^prometheus-csv: There are no numbers of nobody in the 1h from /);
    const legacy = await run([...args, '--view', 'all', '--legacy', '-T', '2020-01-01']);
    expect(legacy.stderr).toMatch(/^prometheus-csv: There are no recorded series /);
  });

  it('before whose data nothing was kept is told from one without an agent', async () => {
    const hours = new Date(cluster.endMs - 4 * 3_600_000).toISOString();
    const { stderr } = await run([...someRows, '--host', cluster.url, '-i', '4h', '-T', hours]);
    expect(stderr).toMatch(
      /, but there are later ones: the agent started after it, or Prometheus keeps less/,
    );
  });

  it('is reached through the proxy of the environment, unless it is excepted', async () => {
    const asked: string[] = [];
    const proxy = net.createServer((socket) => {
      socket.once('data', (data) => {
        const [, host = '', port = ''] = /^CONNECT (.*):(\d+) /.exec(data.toString()) ?? [];
        asked.push(`${host}:${port}`);
        const onward = net.connect(Number(port), host, () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          socket.pipe(onward).pipe(socket);
        });
        onward.on('error', () => socket.destroy());
        socket.on('error', () => onward.destroy());
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    lifetime.add(() => new Promise((resolve) => proxy.close(() => resolve())));
    const HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const args = [
      ...someRows,
      '--host',
      route.host,
      '--ca-file',
      routeAuthority.caFile,
      '-t',
      goodToken,
    ];
    expect(await run(args, { HTTPS_PROXY, NO_PROXY: 'localhost' })).toEqual(expectRow);
    expect(asked).toEqual([]);
    expect(await run(args, { HTTPS_PROXY })).toEqual(expectRow);
    expect(new Set(asked)).toEqual(new Set([route.host]));
  });
});

it('without any cluster it says how to name one', async () => {
  const { status, stdout, stderr } = await run([]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe(
    'prometheus-csv: No cluster is known: there is no kubeconfig; log in with oc login, or give --host and --token-file.\n',
  );
});
