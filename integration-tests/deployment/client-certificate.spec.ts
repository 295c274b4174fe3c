import type { Cgroup } from '../../bench/cgroups/cgroup';
import { makeSubtree } from '../../bench/cgroups/subtree';
import { provideHelm } from '../../charts/host-processes/tests/support/chart';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { CertificateAuthority } from '../../https-server/testdata/certificate-authority';
import { DeployedAgent, newToken } from './deployed-agent';
import { type Job, ScrapingPrometheus } from './scraping-prometheus';

// The option of platform monitoring: Prometheus shows a client certificate, of an authority that rotates.
const lifetime = beginLifetime();
const serving = new CertificateAuthority('The service CA');
const signer = new CertificateAuthority('The signer of client certificates');
const nextSigner = new CertificateAuthority('The next signer of client certificates');
const platformPrometheus = 'system:serviceaccount:openshift-monitoring:prometheus-k8s';
let agent: DeployedAgent;
let prometheus: ScrapingPrometheus;

/** The files of a Prometheus with a token that the agent does not know, and this certificate. */
const shown = (by: CertificateAuthority, commonName = platformPrometheus, days = 1) => {
  const { cert, key } = by.issue({ commonName, usage: 'clientAuth', days });
  return { 'ca.crt': serving.ca, token: newToken(), 'tls.crt': cert, 'tls.key': key };
};
const job = (name: string, files: Job['files']): Job => ({
  name,
  files,
  config: (folder) => agent.scrapeConfig(folder, name),
});

beforeAll(async () => {
  await provideHelm();
  agent = await DeployedAgent.render(serving, {
    monitoring: { stack: 'platform' },
    auth: { clientCertificates: { enabled: true, caConfigMap: { name: 'client-ca' } } },
  });
  agent.clientCa.swap({ 'client-ca.crt': signer.ca });
  const tree: Cgroup = await makeSubtree('certificates');
  lifetime.add(() => tree.remove());
  await agent.start(lifetime, 'restricted', tree.make('kubepods.slice/crio-agent.scope'));
  prometheus = await ScrapingPrometheus.start(lifetime, [
    job('platform', shown(signer)),
    job('somebody-else', shown(signer, 'system:serviceaccount:default:default')),
    job('expired', shown(signer, platformPrometheus, -1)),
    job('next-signer', shown(nextSigner)),
    job('token-alone', { ...shown(nextSigner), token: agent.token() }),
  ]);
}, 300_000);
afterAll(async () => {
  await lifetime.end();
  for (const authority of [serving, signer, nextSigner]) authority.remove();
});

const forbidden = 'server returned HTTP status 403 Forbidden';

it.each([
  ['platform', 'up'],
  ['somebody-else', forbidden],
  ['expired', forbidden],
  ['next-signer', forbidden],
  ['token-alone', 'up'],
])(
  '%s: %s',
  async (name, state) => {
    expect(await prometheus.stateOf(name)).toBe(state);
  },
  30_000,
);

it('takes the next authority when it is there, beside the old one and alone', async () => {
  agent.clientCa.swap({ 'client-ca.crt': signer.ca + nextSigner.ca });
  await prometheus.until('next-signer', (state) => state === 'up');
  expect(await prometheus.stateOf('platform')).toBe('up');
  agent.clientCa.swap({ 'client-ca.crt': nextSigner.ca });
  await prometheus.until('platform', (state) => state === forbidden);
  expect(await prometheus.stateOf('next-signer')).toBe('up');
}, 60_000);
