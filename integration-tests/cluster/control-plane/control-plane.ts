import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from '../../../demo/launcher/child';
import { freePort } from '../../../demo/launcher/free-port';
import type { Lifetime } from '../../../demo/launcher/lifetime';
import type { CertificateAuthority } from '../../../https-server/testdata/certificate-authority';
import { kubernetes } from '../../../scripts/parts/kubernetes';
import { provide } from '../../../scripts/parts/part';
import { ApiClient } from './api-client';

/** Users of the API server, each with a token and the groups that Kubernetes' own roles know. */
const users = [
  ['admin', 'system:masters'],
  ['system:kube-controller-manager', ''],
  ['system:kube-scheduler', ''],
] as const;

export interface ControlPlane {
  /** As `cluster-admin`. */
  readonly api: ApiClient;
  /** For programs such as Helm, of the same user. */
  readonly kubeconfig: string;
}

/** Starts etcd, kube-apiserver, kube-controller-manager and kube-scheduler, all of them real and on 127.0.0.1. */
export async function startControlPlane(
  lifetime: Lifetime,
  authority: CertificateAuthority,
): Promise<ControlPlane> {
  const programs = await provide(kubernetes, (line) => console.log(line));
  const { folder } = authority;
  const [etcdPort, peerPort, apiPort, controllerPort, schedulerPort] = await Promise.all(
    Array.from({ length: 5 }, freePort),
  );
  const etcd = `http://127.0.0.1:${etcdPort}`;
  await startChild(lifetime, 'etcd', programs.etcd, [
    `--data-dir=${folder}/etcd`,
    `--listen-client-urls=${etcd}`,
    `--advertise-client-urls=${etcd}`,
    `--listen-peer-urls=http://127.0.0.1:${peerPort}`,
    // What it holds lives as long as the test.
    '--unsafe-no-fsync',
    '--log-level=error',
  ]);

  const url = `https://127.0.0.1:${apiPort}`;
  const tokens = Object.fromEntries(users.map(([user]) => [user, randomBytes(16).toString('hex')]));
  const rows = users.map(([user, groups]) => `${tokens[user]},${user},${user},"${groups}"`);
  writeFileSync(`${folder}/tokens.csv`, rows.join('\n'));
  const serving = authority.issueServer();
  const accounts = authority.issue({ commonName: 'service accounts' });
  await startChild(lifetime, 'kube-apiserver', programs['kube-apiserver'], [
    `--etcd-servers=${etcd}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    // Nobody asks for the API server through its Service.
    '--endpoint-reconciler-type=none',
    `--secure-port=${apiPort}`,
    `--tls-cert-file=${serving.certFile}`,
    `--tls-private-key-file=${serving.keyFile}`,
    `--cert-dir=${folder}`,
    `--token-auth-file=${folder}/tokens.csv`,
    '--authorization-mode=RBAC',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-signing-key-file=${accounts.keyFile}`,
    `--service-account-key-file=${accounts.certFile}`,
    '--service-cluster-ip-range=10.0.0.0/20',
    '--profiling=false',
  ]);
  const kubeconfigOf = (user: string) => {
    const file = path.join(folder, `${user.replaceAll(':', '-')}.kubeconfig`);
    writeFileSync(file, JSON.stringify(kubeconfig(url, authority.caFile, tokens[user] ?? '')));
    return file;
  };
  const api = new ApiClient({ url, ca: authority.ca, token: tokens.admin ?? '' });
  lifetime.add(() => {
    api.end();
    return Promise.resolve();
  });
  await lifetime.during(ready(api));

  await startChild(lifetime, 'kube-controller-manager', programs['kube-controller-manager'], [
    `--kubeconfig=${kubeconfigOf('system:kube-controller-manager')}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${controllerPort}`,
    `--cert-dir=${folder}`,
    `--service-account-private-key-file=${accounts.keyFile}`,
    `--root-ca-file=${authority.caFile}`,
    '--use-service-account-credentials',
    '--leader-elect=false',
  ]);
  await startChild(lifetime, 'kube-scheduler', programs['kube-scheduler'], [
    `--kubeconfig=${kubeconfigOf('system:kube-scheduler')}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${schedulerPort}`,
    `--cert-dir=${folder}`,
    '--leader-elect=false',
  ]);
  return { api, kubeconfig: kubeconfigOf('admin') };
}

async function ready(api: ApiClient): Promise<void> {
  for (;;) {
    const answer = await api.ask('GET', '/readyz').catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(100);
  }
}

function kubeconfig(server: string, caFile: string, token: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'here',
    clusters: [{ name: 'here', cluster: { server, 'certificate-authority': caFile } }],
    contexts: [{ name: 'here', context: { cluster: 'here', user: 'me' } }],
    users: [{ name: 'me', user: { token } }],
  };
}
