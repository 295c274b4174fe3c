import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cgroup2Mount } from '../../bench/cgroups/cgroup2-mount';
import { namespaceUser } from '../image/container-command';
import { isStatus, type KubernetesApi } from './kubernetes-api';
import type { Pod, Source, Volume } from './pod';

/** A Secret or a ConfigMap that a pod mounts is not there (yet). */
export class NotThere extends Error {}

type Files = Readonly<Record<string, Buffer>>;

/** Puts a pod's volumes into a folder, as kubelet does. @returns the folder or host path of each, by its name */
export async function layVolumes(
  api: KubernetesApi,
  pod: Pod,
  folder: string,
): Promise<Readonly<Record<string, string>>> {
  const laid: Record<string, string> = {};
  for (const volume of pod.spec.volumes ?? [])
    laid[volume.name] = await lay(api, pod, volume, folder);
  return laid;
}

async function lay(api: KubernetesApi, pod: Pod, volume: Volume, folder: string): Promise<string> {
  if (volume.hostPath) {
    if (volume.hostPath.path !== '/sys/fs/cgroup')
      throw new Error(`What is ${volume.hostPath.path}?`);
    return cgroup2Mount();
  }
  const made = path.join(folder, volume.name);
  mkdirSync(made, { recursive: true });
  for (const source of volume.projected?.sources ?? [volume]) {
    for (const [name, bytes] of Object.entries(await filesOf(api, pod, source))) {
      const file = path.join(made, name);
      writeFileSync(file, bytes);
      chownSync(file, 0, namespaceUser);
      chmodSync(file, 0o440);
    }
  }
  return made;
}

async function filesOf(api: KubernetesApi, pod: Pod, source: Source): Promise<Files> {
  const { secret, configMap, serviceAccountToken, downwardAPI } = source;
  const { namespace } = pod.metadata;
  if (secret) {
    const name = secret.secretName ?? secret.name ?? '';
    const data = await dataOf(api, `/api/v1/namespaces/${namespace}/secrets/${name}`);
    return chosen(data, secret.items, 'base64');
  }
  if (configMap) {
    const at = `/api/v1/namespaces/${namespace}/configmaps/${configMap.name}`;
    return chosen(await dataOf(api, at), configMap.items, 'utf8');
  }
  if (serviceAccountToken) {
    return { [serviceAccountToken.path]: Buffer.from(await tokenFor(api, pod)) };
  }
  // Of the downward API there is only the namespace.
  if (downwardAPI) return { [downwardAPI.items[0]?.path ?? '']: Buffer.from(namespace) };
  throw new Error(`What is ${JSON.stringify(source)}?`);
}

async function dataOf(api: KubernetesApi, at: string): Promise<Readonly<Record<string, string>>> {
  try {
    return (await api.get<{ data?: Record<string, string> }>(at)).data ?? {};
  } catch (error) {
    if (isStatus(error, 404)) throw new NotThere(at);
    throw error;
  }
}

function chosen(
  data: Readonly<Record<string, string>>,
  items: readonly { readonly key: string; readonly path: string }[] | undefined,
  encoding: BufferEncoding,
): Files {
  const wanted = items ?? Object.keys(data).map((key) => ({ key, path: key }));
  return Object.fromEntries(
    wanted.map(({ key, path: name }) => {
      const text = data[key];
      if (text === undefined) throw new NotThere(`key ${key}`);
      return [name, Buffer.from(text, encoding)];
    }),
  );
}

/** A real token of the pod's service account, bound to the pod. */
async function tokenFor(api: KubernetesApi, { metadata, spec }: Pod): Promise<string> {
  const boundObjectRef = { apiVersion: 'v1', kind: 'Pod', name: metadata.name, uid: metadata.uid };
  const { status } = await api.post<{ status: { token: string } }>(
    `/api/v1/namespaces/${metadata.namespace}/serviceaccounts/${spec.serviceAccountName}/token`,
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: 3600, boundObjectRef },
    },
  );
  return status.token;
}
