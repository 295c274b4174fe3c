import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, startChild } from '../../demo/launcher/child';
import { freePort } from '../../demo/launcher/free-port';
import type { Lifetime } from '../../demo/launcher/lifetime';
import type { CertificateAuthority } from '../../https-server/testdata/certificate-authority';
import { kubernetes } from '../../scripts/parts/kubernetes';
import { provide } from '../../scripts/parts/part';
import { KubernetesApi } from './kubernetes-api';

/** A running control plane: etcd, the API server and the controllers, on loopback. */
export interface ControlPlane {
  readonly api: KubernetesApi;
  readonly port: number;
  /** For Helm, as cluster administrator. */
  readonly kubeconfig: string;
  readonly folder: string;
}

const host = '127.0.0.1';

/** Starts it; pod security admission is on, as it is by default. */
export async function startControlPlane(
  lifetime: Lifetime,
  authority: CertificateAuthority,
): Promise<ControlPlane> {
  const programs = await provide(kubernetes, (line) => console.log(line));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'host-processes-cluster-'));
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  const etcdUrl = await startEtcd(lifetime, programs.etcd, folder);

  const token = randomBytes(24).toString('hex');
  const tokens = path.join(folder, 'tokens.csv');
  writeFileSync(tokens, `${token},administrator,administrator,"system:masters"\n`);
  const serving = authority.issueServer({ commonName: 'kube-apiserver' });
  const accounts = authority.issue({ commonName: 'service-accounts' });
  const port = await freePort();
  const url = `https://${host}:${port}`;
  const server = await startChild(lifetime, 'kube-apiserver', programs['kube-apiserver'], [
    `--etcd-servers=${etcdUrl}`,
    `--bind-address=${host}`,
    `--secure-port=${port}`,
    `--tls-cert-file=${serving.certFile}`,
    `--tls-private-key-file=${serving.keyFile}`,
    `--token-auth-file=${tokens}`,
    '--authorization-mode=RBAC',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${accounts.keyFile}`,
    `--service-account-signing-key-file=${accounts.keyFile}`,
    '--service-cluster-ip-range=10.96.0.0/16',
    `--cert-dir=${folder}`,
    // Its own address as a Service: nobody asks for it, and loopback may be none.
    `--advertise-address=${host}`,
    '--endpoint-reconciler-type=none',
  ]);
  const api = new KubernetesApi(url, authority.ca, token);
  lifetime.add(() => {
    api.close();
    return Promise.resolve();
  });
  await Promise.race([isReady(api), server.died]);

  const kubeconfig = writeKubeconfig(folder, url, authority.caFile, token);
  await startChild(lifetime, 'kube-controller-manager', programs['kube-controller-manager'], [
    `--kubeconfig=${kubeconfig}`,
    `--bind-address=${host}`,
    `--secure-port=${await freePort()}`,
    `--cert-dir=${folder}`,
    `--service-account-private-key-file=${accounts.keyFile}`,
    `--root-ca-file=${authority.caFile}`,
    '--leader-elect=false',
    // Our nodes have no heart that beats.
    '--controllers=*,-node-lifecycle-controller,-node-ipam-controller',
  ]);
  return { api, port, kubeconfig, folder };
}

async function startEtcd(lifetime: Lifetime, program: string, folder: string): Promise<string> {
  const [client, peer] = [
    `http://${host}:${await freePort()}`,
    `http://${host}:${await freePort()}`,
  ];
  const child: Child = await startChild(lifetime, 'etcd', program, [
    `--data-dir=${path.join(folder, 'etcd')}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    '--unsafe-no-fsync',
    '--log-level=error',
  ]);
  const isHealthy = async () => {
    while (!(await fetch(`${client}/health`).catch(() => undefined))?.ok) await sleep(50);
  };
  await Promise.race([isHealthy(), child.died]);
  return client;
}

async function isReady(api: KubernetesApi): Promise<void> {
  // Answers with a text, which is no JSON, when it is.
  const ready = (error: unknown) => error instanceof SyntaxError;
  while (!(await api.get('/readyz').then(() => true, ready))) await sleep(100);
}

function writeKubeconfig(folder: string, server: string, caFile: string, token: string): string {
  const file = path.join(folder, 'kubeconfig');
  const text = JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'here',
    clusters: [{ name: 'here', cluster: { server, 'certificate-authority': caFile } }],
    contexts: [{ name: 'here', context: { cluster: 'here', user: 'administrator' } }],
    users: [{ name: 'administrator', user: { token } }],
  });
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}
