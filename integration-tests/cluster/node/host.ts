import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ApiClient, ApiObject } from '../control-plane/api-client';
import type { PodNetwork } from './pod-network';
import type { Registry } from './registry';

interface EndpointSlice extends ApiObject {
  readonly metadata: ApiObject['metadata'] & { readonly labels: Readonly<Record<string, string>> };
  /** Null where there are none. */
  readonly endpoints:
    | readonly {
        readonly addresses: readonly string[];
        readonly conditions: { readonly ready?: boolean };
      }[]
    | null;
}

/** This machine as pods see it, whichever node they are on. */
export class Host {
  /** Where pods find the API server: at `api` itself, unless a test puts something between. */
  apiServer: string;

  constructor(
    readonly api: ApiClient,
    readonly network: PodNetwork,
    readonly registry: Registry,
    /** For the files of pods; whoever made it removes it. */
    readonly folder: string,
  ) {
    this.apiServer = api.access.url;
  }

  environment(): Record<string, string> {
    const { hostname, port } = new URL(this.apiServer);
    return { KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: port };
  }

  /** What a pod finds instead of cluster DNS and Services: the ready pods that the API server knows. */
  async names(): Promise<string[]> {
    const slices = await this.api.list<EndpointSlice>('/apis/discovery.k8s.io/v1/endpointslices');
    const lines = slices.flatMap(({ metadata, endpoints }) => {
      const ready = (endpoints ?? []).find(({ conditions }) => conditions.ready);
      const service = metadata.labels['kubernetes.io/service-name'] ?? '';
      return ready
        ? [`${ready.addresses[0] ?? ''} ${service}.${metadata.namespace ?? ''}.svc`]
        : [];
    });
    const folder = mkdtempSync(path.join(this.folder, 'etc-'));
    const [hosts, nsswitch] = [path.join(folder, 'hosts'), path.join(folder, 'nsswitch.conf')];
    writeFileSync(hosts, `127.0.0.1 localhost\n${lines.join('\n')}\n`);
    writeFileSync(nsswitch, 'hosts: files\n');
    return [`${hosts}:/etc/hosts`, `${nsswitch}:/etc/nsswitch.conf`];
  }
}
