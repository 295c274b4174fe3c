import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { crdFiles } from '../../scripts/parts/crds';
import { type ApiObject, isStatus, type KubernetesApi } from './kubernetes-api';

type Definition = ApiObject & {
  readonly spec: {
    readonly group: string;
    readonly scope: string;
    readonly names: { readonly kind: string; readonly plural: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly storage: boolean;
      readonly schema: object;
    }[];
  };
};

/** OpenShift's builds and images are no custom resources but an API server of their own: here without rules. */
const builds = [
  freeForm('build.openshift.io', 'BuildConfig', 'buildconfigs'),
  freeForm('image.openshift.io', 'ImageStream', 'imagestreams'),
];

/** Has the API server know OpenShift's and prometheus-operator's resources, by their own definitions. */
export async function defineResources(api: KubernetesApi): Promise<void> {
  const files = (await crdFiles()).map((file) => parse(readFileSync(file, 'utf8')) as Definition);
  const definitions = [...files, ...builds];
  for (const definition of definitions) {
    await api.post('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', definition);
  }
  for (const { spec } of definitions) {
    const version = spec.versions.find(({ served }) => served)?.name ?? '';
    await served(api, `/apis/${spec.group}/${version}/${spec.names.plural}`);
  }
}

async function served(api: KubernetesApi, path: string): Promise<void> {
  for (;;) {
    const list = await api.list(path).catch((error: unknown) => {
      if (isStatus(error, 404)) return undefined;
      throw error;
    });
    if (list) return;
    await sleep(100);
  }
}

function freeForm(group: string, kind: string, plural: string): Definition {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
          },
        },
      ],
    },
  };
}
