import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, ApiObject } from './control-plane/api-client';

interface Discovery {
  readonly items: readonly {
    readonly metadata: { readonly name?: string };
    readonly versions: readonly {
      readonly version: string;
      readonly resources?: readonly {
        readonly resource: string;
        readonly verbs: readonly string[];
      }[];
    }[];
  }[];
}

/** What comes and goes by itself: what happened, and signs of life. */
const fleeting = ['events', 'leases'];

/** Every object of every resource that the API server has, as group/resource/namespace/name. */
export async function allObjects(api: ApiClient): Promise<string[]> {
  const found: string[] = [];
  for (const root of ['/api', '/apis']) {
    for (const { group, version, resource } of await resources(api, root)) {
      if (fleeting.includes(resource)) continue;
      const base = group ? `/apis/${group}/${version}` : `/api/${version}`;
      const objects = await api.list<ApiObject>(`${base}/${resource}`);
      found.push(
        ...objects.map(({ metadata: { namespace = '', name } }) =>
          [group, resource, namespace, name].join('/'),
        ),
      );
    }
  }
  return found.sort();
}

async function resources(api: ApiClient, root: string) {
  const Accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
  const { items } = (await api.ask('GET', root, undefined, { Accept })).body as Discovery;
  return items.flatMap(({ metadata: { name = '' }, versions: [preferred] }) =>
    (preferred?.resources ?? [])
      .filter(({ verbs }) => verbs.includes('list'))
      .map(({ resource }) => ({ group: name, version: preferred?.version ?? '', resource })),
  );
}

/** Waits until what the controllers make at the beginning is there: nothing new comes any more. */
export async function untilSettled(api: ApiClient): Promise<void> {
  let before: readonly string[] = [];
  for (let quiet = 0; quiet < 6; quiet += 1) {
    const now = await allObjects(api);
    if (now.length !== before.length) quiet = 0;
    before = now;
    await sleep(500);
  }
}

/** What is there and was not before, once the garbage collector has done its work. */
export async function leftSince(before: readonly string[], api: ApiClient): Promise<string[]> {
  for (let round = 0; ; round += 1) {
    const left = (await allObjects(api)).filter((name) => !before.includes(name));
    if (left.length === 0 || round === 100) return left;
    await sleep(200);
  }
}
