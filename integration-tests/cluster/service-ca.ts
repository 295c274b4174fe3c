import { setTimeout as sleep } from 'node:timers/promises';
import type { Lifetime } from '../../demo/launcher/lifetime';
import type { CertificateAuthority } from '../../https-server/testdata/certificate-authority';
import { type ApiObject, isStatus, type KubernetesApi } from './kubernetes-api';

const annotation = 'service.beta.openshift.io/serving-cert-secret-name';
const everyMs = 100;

/**
 * Stands in for OpenShift's service CA: a certificate for each Service that asks for one, owned by the
 * Service, and the authority in every namespace.
 */
export function startServiceCa(
  lifetime: Lifetime,
  api: KubernetesApi,
  authority: CertificateAuthority,
): void {
  const ending = new AbortController();
  const work = (async () => {
    while (!ending.signal.aborted) {
      for (const { metadata } of await api.list('/api/v1/namespaces')) {
        await create(api, `/api/v1/namespaces/${metadata.name}/configmaps`, {
          metadata: { name: 'openshift-service-ca.crt' },
          data: { 'service-ca.crt': authority.ca },
        });
      }
      for (const service of await api.list('/api/v1/services'))
        await certify(api, authority, service);
      await sleep(everyMs);
    }
  })();
  lifetime.add(async () => {
    ending.abort();
    await work;
  });
}

const certified = new Set<string>();

async function certify(
  api: KubernetesApi,
  authority: CertificateAuthority,
  { metadata }: ApiObject,
): Promise<void> {
  const { name, namespace = '', uid = '', annotations } = metadata;
  const secret = annotations?.[annotation];
  if (secret === undefined || certified.has(uid)) return;
  const { cert, key } = authority.issueServer({
    commonName: `${name}.${namespace}.svc`,
    alternativeNames: `DNS:${name}.${namespace}.svc,DNS:${name}.${namespace}.svc.cluster.local`,
  });
  await create(api, `/api/v1/namespaces/${namespace}/secrets`, {
    metadata: {
      name: secret,
      ownerReferences: [{ apiVersion: 'v1', kind: 'Service', name, uid }],
    },
    type: 'kubernetes.io/tls',
    stringData: { 'tls.crt': cert, 'tls.key': key },
  });
  certified.add(uid);
}

/** Unless it is there; a namespace that is going takes nothing in. */
async function create(api: KubernetesApi, path: string, object: unknown): Promise<void> {
  await api.post(path, object).catch((error: unknown) => {
    if (![403, 404, 409].some((status) => isStatus(error, status))) throw error;
  });
}
