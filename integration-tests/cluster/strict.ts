import { type Manifest } from '../../charts/host-processes/tests/support/manifest';
import { parseManifests } from '../../charts/host-processes/tests/support/chart';
import type { Answer, ApiClient } from './control-plane/api-client';

interface ResourceList {
  readonly resources: readonly { name: string; kind: string; namespaced: boolean }[];
}

/** What the API server says of an object under strict validation. */
export interface Judgement {
  readonly object: string;
  readonly status: number;
  /** Of a refusal. */
  readonly message: string | undefined;
  readonly warnings: readonly string[];
}

/** Applies the objects of a text without keeping them, each with every field known and given once. */
export async function judgeStrictly(api: ApiClient, text: string): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const manifest of parseManifests(text)) {
    const { status, body, warnings } = await apply(api, manifest);
    judgements.push({
      object: `${manifest.apiVersion} ${manifest.kind} ${manifest.metadata.name}`,
      status: status === 201 ? 200 : status,
      message: status < 300 ? undefined : (body as { message?: string }).message,
      warnings,
    });
  }
  return judgements;
}

async function apply(api: ApiClient, manifest: Manifest): Promise<Answer> {
  const { apiVersion, kind, metadata } = manifest;
  const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const { resources } = await api.get<ResourceList>(base);
  const resource = resources.find((one) => one.kind === kind && !one.name.includes('/'));
  if (!resource) throw new Error(`The API server has no ${apiVersion} ${kind}.`);
  const place = resource.namespaced ? `/namespaces/${metadata.namespace ?? ''}` : '';
  const query = 'dryRun=All&fieldValidation=Strict&fieldManager=strict&force=true';
  return api.ask('PATCH', `${base}${place}/${resource.name}/${metadata.name}?${query}`, manifest, {
    'Content-Type': 'application/apply-patch+yaml',
  });
}
