import { hashSync } from 'bcryptjs';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { startPrometheus } from '../../demo/launcher/prometheus';
import { ask } from '../../https-server/testdata/ask';
import {
  CertificateAuthority,
  MountedSecret,
} from '../../https-server/testdata/certificate-authority';
import { provide } from '../../scripts/parts/part';
import { prometheus } from '../../scripts/parts/prometheus';
import { runProgram } from '../../scripts/run-program';
import { agentProgram, startProgram, type Running } from './programs';

// The built agent over TLS, asked by a real curl and scraped by a real Prometheus, as a ServiceMonitor
// makes it scrape: with the token, with a client certificate, and with the user of a web configuration file.
const lifetime = beginLifetime();
const authority = new CertificateAuthority();
const server = authority.issueServer();
const secret = new MountedSecret(authority.folder, {
  'tls.crt': server.cert,
  'tls.key': server.key,
  token: 'the-token\n',
});
const scraper = authority.issue({ commonName: 'prometheus-k8s', usage: 'clientAuth' });
const stranger = authority.issue({ commonName: 'somebody', usage: 'clientAuth' });
let byToken: Running;
let byUser: Running;
let prometheusUrl: string;

beforeAll(async () => {
  const programs = await provide(prometheus, () => undefined);
  byToken = await startProgram(lifetime, agentProgram, authority.ca, [
    `--web.tls-cert-file=${secret.path('tls.crt')}`,
    `--web.tls-key-file=${secret.path('tls.key')}`,
    `--web.bearer-token-file=${secret.path('token')}`,
    `--web.tls-client-ca-file=${authority.caFile}`,
    '--web.tls-client-names=prometheus-k8s',
  ]);
  const webConfig = path.join(authority.folder, 'web.yml');
  writeFileSync(
    webConfig,
    stringify({
      tls_server_config: {
        cert_file: path.basename(server.certFile),
        key_file: path.basename(server.keyFile),
      },
      basic_auth_users: { prometheus: hashSync('password', 10) },
    }),
  );
  byUser = await startProgram(lifetime, agentProgram, authority.ca, [
    `-web.config.file=${webConfig}`,
  ]);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'host-processes-prometheus-'));
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  writeFileSync(
    path.join(folder, 'prometheus.yml'),
    stringify({ scrape_configs: scrapeConfigs() }),
  );
  ({ url: prometheusUrl } = await startPrometheus(lifetime, programs.prometheus, folder));
}, 180_000);
afterAll(async () => {
  await lifetime.end();
  authority.remove();
});

/** A job for each way to ask: its name tells what is expected. */
function scrapeConfigs(): object[] {
  const job = (name: string, { address }: Running, how: object, tls: object = {}) => ({
    job_name: name,
    scrape_interval: '1s',
    scheme: 'https',
    tls_config: { ca_file: authority.caFile, server_name: 'localhost', ...tls },
    static_configs: [{ targets: [address] }],
    ...how,
  });
  const token = (credentials: string) => ({ authorization: { type: 'Bearer', credentials } });
  const user = (password: string) => ({ basic_auth: { username: 'prometheus', password } });
  const certificate = ({ certFile, keyFile }: typeof scraper) => ({
    cert_file: certFile,
    key_file: keyFile,
  });
  return [
    job('the token', byToken, token('the-token')),
    job('no token', byToken, {}),
    job('a wrong token', byToken, token('another')),
    job('the certificate', byToken, {}, certificate(scraper)),
    job('the certificate of somebody else', byToken, {}, certificate(stranger)),
    job('the password', byUser, user('password')),
    job('a wrong password', byUser, user('wrong')),
    job('no password', byUser, {}),
  ];
}

interface Target {
  readonly labels: { readonly job: string };
  readonly health: string;
  readonly lastError: string;
}

/** What Prometheus says about each job once it has scraped all of them. */
async function targets(): Promise<Map<string, string>> {
  for (;;) {
    const { text } = await ask(`${prometheusUrl}/api/v1/targets`);
    const { activeTargets } = (JSON.parse(text) as { data: { activeTargets: Target[] } }).data;
    if (activeTargets.length > 0 && activeTargets.every(({ health }) => health !== 'unknown')) {
      return new Map(
        activeTargets.map(({ labels, health, lastError }) => [labels.job, lastError || health]),
      );
    }
    await sleep(200);
  }
}

describe('a real Prometheus', () => {
  it('scrapes with the right credential and is refused with none or a wrong one', async () => {
    expect(Object.fromEntries(await targets())).toEqual({
      'the token': 'up',
      'no token': 'server returned HTTP status 401 Unauthorized',
      'a wrong token': 'server returned HTTP status 403 Forbidden',
      'the certificate': 'up',
      'the certificate of somebody else': 'server returned HTTP status 403 Forbidden',
      'the password': 'up',
      'a wrong password': 'server returned HTTP status 401 Unauthorized',
      'no password': 'server returned HTTP status 401 Unauthorized',
    });
  }, 30_000);

  it('stores what it scraped, compressed, from each of them', async () => {
    await targets();
    const query = 'count by (job) (hostproc_cpu_seconds_total)';
    const search = new URLSearchParams({ query }).toString();
    const { text } = await ask(`${prometheusUrl}/api/v1/query?${search}`);
    const { result } = (JSON.parse(text) as { data: { result: { metric: { job: string } }[] } })
      .data;
    expect(result.map(({ metric }) => metric.job).sort()).toEqual([
      'the certificate',
      'the password',
      'the token',
    ]);
  }, 30_000);

  it('goes on after a rotation of certificate and token, which refuses the old token', async () => {
    const next = authority.issueServer();
    const before = (await ask(`${byToken.url}/healthz`, { ca: authority.ca })).serial;
    secret.swap({ 'tls.crt': next.cert, 'tls.key': next.key, token: 'the-next-token\n' });
    const after = (await ask(`${byToken.url}/healthz`, { ca: authority.ca })).serial;
    expect(after).not.toBe(before);
    const isRefused = async () =>
      (await targets()).get('the token') === 'server returned HTTP status 403 Forbidden';
    while (!(await isRefused())) await sleep(200);
    expect((await targets()).get('the certificate')).toBe('up');
  }, 30_000);
});

describe('a real curl', () => {
  const curl = (...args: string[]) =>
    runProgram('curl', ['--silent', '--show-error', '--cacert', authority.caFile, ...args]);

  it('gets the metrics with the token, compressed when it asks for that', async () => {
    secret.swap({ 'tls.crt': server.cert, 'tls.key': server.key, token: 'the-token' });
    const bearer = ['--header', 'Authorization: Bearer the-token', `${byToken.url}/metrics`];
    const { status, output } = await curl(...bearer);
    expect([status, output]).toEqual([0, expect.stringContaining('hostproc_cpu_seconds_total{')]);
    const compressed = await curl('--compressed', '--dump-header', '-', ...bearer);
    expect(compressed.output).toMatch(/^content-encoding: gzip/im);
    expect(compressed.output).toContain('hostproc_cpu_seconds_total{');
  });

  it('gets a sentence and a status without it', async () => {
    const { output } = await curl('--write-out', '%{http_code}', `${byToken.url}/metrics`);
    expect(output).toBe('A bearer token is needed. Or: A client certificate is needed.\n401');
  });

  it('gets the metrics with the password', async () => {
    const { output } = await curl('--user', 'prometheus:password', `${byUser.url}/metrics`);
    expect(output).toContain('hostproc_cpu_seconds_total{');
  });

  it('cannot speak TLS 1.1', async () => {
    const old = ['--tlsv1.1', '--tls-max', '1.1', '--ciphers', 'DEFAULT@SECLEVEL=0'];
    const { status, output } = await curl(...old, `${byToken.url}/healthz`);
    expect(status).toBe(35);
    expect(output).toContain('protocol version');
  });
});
