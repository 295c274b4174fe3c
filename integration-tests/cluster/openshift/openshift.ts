import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { openshiftApi } from '../../../scripts/parts/openshift-api';
import { provide } from '../../../scripts/parts/part';
import { prometheusOperatorApi } from '../../../scripts/parts/prometheus-operator-api';
import type { ApiClient } from '../control-plane/api-client';
import { crdOf } from './open-api-crd';

/** Namespaces of OpenShift that the chart, or what it is tried with, puts something into. */
const namespaces = ['openshift-config-managed', 'openshift-monitoring', 'openshift-console'];

/** What makes a Kubernetes look like an OpenShift to the chart: its kinds, namespaces and priority class. */
export async function becomeOpenShift(api: ApiClient): Promise<void> {
  const definitions = await customResourceDefinitions();
  for (const crd of definitions) {
    await api.create('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', crd);
  }
  for (const { metadata } of definitions) await established(api, metadata.name);
  for (const name of namespaces) await api.create('/api/v1/namespaces', { metadata: { name } });
  await api.create('/apis/scheduling.k8s.io/v1/priorityclasses', {
    metadata: { name: 'openshift-user-critical' },
    value: 1_000_000_000,
  });
}

interface Named {
  readonly metadata: { readonly name: string };
}

async function customResourceDefinitions(): Promise<Named[]> {
  const say = (line: string) => console.log(line);
  const { openApi, ...openshift } = await provide(openshiftApi, say);
  const crds = [
    ...Object.values(openshift),
    ...Object.values(await provide(prometheusOperatorApi, say)),
  ];
  const { definitions } = JSON.parse(readFileSync(openApi, 'utf8')) as {
    definitions: Record<string, Record<string, unknown>>;
  };
  const served = [
    ['build', 'BuildConfig', 'buildconfigs'],
    ['image', 'ImageStream', 'imagestreams'],
  ] as const;
  return [
    ...crds.map((file) => parse(readFileSync(file, 'utf8')) as Named),
    ...served.map(([group, kind, plural]) =>
      crdOf(
        {
          group: `${group}.openshift.io`,
          version: 'v1',
          kind,
          plural,
          definition: `com.github.openshift.api.${group}.v1.${kind}`,
        },
        definitions,
      ),
    ),
  ];
}

async function established(api: ApiClient, name: string): Promise<void> {
  interface Crd {
    readonly status?: { readonly conditions?: readonly { type: string; status: string }[] };
  }
  const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`;
  for (;;) {
    const { status } = await api.get<Crd>(path);
    const established = status?.conditions?.find(({ type }) => type === 'Established');
    if (established?.status === 'True') return;
    await sleep(50);
  }
}
