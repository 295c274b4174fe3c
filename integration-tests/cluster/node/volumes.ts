import path from 'node:path';
import { cgroup2Mount } from '../../../bench/cgroups/cgroup2-mount';
import { MountedSecret } from '../../../https-server/testdata/certificate-authority';
import type { ApiClient } from '../control-plane/api-client';
import { namespaceUser } from '../../image/container-command';
import type { Pod } from './pod';

/** The files that a pod mounts, by the name of the volume; or what is missing. */
export type Volumes =
  { readonly folders: Readonly<Record<string, string>> } | { readonly missing: string };

interface Content {
  readonly data?: Readonly<Record<string, string>>;
}

/**
 * Fetches what a pod mounts, and lays it into folders as a kubelet does: with the access that the pod's
 * fsGroup has on OpenShift. The token of a service account is asked of the API server.
 */
export async function mountVolumes(api: ApiClient, pod: Pod, parent: string): Promise<Volumes> {
  const folders: Record<string, string> = {};
  for (const volume of pod.spec.volumes ?? []) {
    const { name, hostPath, projected } = volume;
    if (hostPath) {
      if (hostPath.path !== '/sys/fs/cgroup') throw new Error(`What is at ${hostPath.path}?`);
      folders[name] = cgroup2Mount();
      continue;
    }
    const files = projected ? await serviceAccount(api, pod) : await filesOf(api, pod, volume);
    if ('missing' in files) return files as { missing: string };
    const access = { mode: 0o440, gid: namespaceUser };
    folders[name] = new MountedSecret(parent, files, access).folder;
  }
  return { folders };
}

async function filesOf(
  api: ApiClient,
  { metadata: { namespace = '' } }: Pod,
  { secret, configMap }: NonNullable<Pod['spec']['volumes']>[number],
): Promise<Record<string, string>> {
  const [resource, object] = secret
    ? ['secrets', secret.secretName]
    : ['configmaps', configMap?.name ?? ''];
  const content = await api.find<Content>(`/api/v1/namespaces/${namespace}/${resource}/${object}`);
  if (!content) return { missing: `${resource}/${object}` };
  const data = Object.entries(content.data ?? {}).map(
    ([key, value]) => [key, secret ? Buffer.from(value, 'base64').toString() : value] as const,
  );
  const texts = new Map(data);
  const items = (secret ?? configMap)?.items;
  if (!items) return Object.fromEntries(texts);
  const files = items.map(({ key, path: file }) => [file, texts.get(key)] as const);
  const lacking = items.find(({ key }) => !texts.has(key));
  if (lacking) return { missing: `${resource}/${object}, key ${lacking.key}` };
  return Object.fromEntries(files) as Record<string, string>;
}

/** What Kubernetes projects into a pod that wants its account's token. */
async function serviceAccount(
  api: ApiClient,
  { metadata, spec }: Pod,
): Promise<Record<string, string>> {
  const namespace = metadata.namespace ?? '';
  const account = path.join(
    '/api/v1/namespaces',
    namespace,
    'serviceaccounts',
    spec.serviceAccountName ?? '',
  );
  const { status, body } = await api.ask('POST', `${account}/token`, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: {
      boundObjectRef: { kind: 'Pod', apiVersion: 'v1', name: metadata.name, uid: metadata.uid },
    },
  });
  if (status !== 201) return { missing: `a token of ${spec.serviceAccountName ?? ''}` };
  const { token } = (body as { status: { token: string } }).status;
  return { 'ca.crt': api.access.ca, namespace, token };
}
