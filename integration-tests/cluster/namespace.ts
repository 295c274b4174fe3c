import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from '../../scripts/project-folder';
import { untilSettled } from './all-objects';
import type { Cluster } from './cluster';

/** Makes the namespace that docs/install.md says to make, and waits for what every namespace has. */
export async function makeNamespace({ api }: Cluster, name = 'host-processes'): Promise<void> {
  const text = readFileSync(path.join(projectFolder, 'docs', 'install.md'), 'utf8');
  const [, yaml = ''] = /```yaml\n(apiVersion: v1\nkind: Namespace\n[^]*?)```/.exec(text) ?? [];
  const namespace = parse(yaml) as { metadata: object };
  await api.create('/api/v1/namespaces', {
    ...namespace,
    metadata: { ...namespace.metadata, name },
  });
  await untilSettled(api);
}

/** Makes what values of the matrix name, and an administrator would have made. */
export async function makeNamedObjects({ api, authority }: Cluster): Promise<void> {
  const at = '/api/v1/namespaces/host-processes';
  const secret = (name: string, stringData: Record<string, string>) =>
    api.create(`${at}/secrets`, { metadata: { name }, stringData });
  const configMap = (name: string, data: Record<string, string>) =>
    api.create(`${at}/configmaps`, { metadata: { name }, data });
  const token = 'made-by-an-administrator';
  await secret('host-processes-bearer', { token });
  await secret('our-token', { bearer: token });
  for (const [name, service] of [
    ['certificate', 'hp-host-processes-agent'],
    ['agent-certificate', 'process-exporter'],
  ] as const) {
    const commonName = `${service}.host-processes.svc`;
    const issued = authority.issueServer({ commonName, alternativeNames: `DNS:${commonName}` });
    await secret(name, { 'tls.crt': issued.cert, 'tls.key': issued.key });
  }
  await configMap('agent-ca', { 'ca.crt': authority.ca });
  await configMap('client-ca', { 'client-ca.crt': authority.ca, 'ca.pem': authority.ca });
}

const consoles = '/apis/operator.openshift.io/v1/consoles';

/** The console's list of plugins; undefined where there is none. */
export async function pluginsOf({ api }: Cluster): Promise<readonly string[] | undefined> {
  interface Console {
    readonly spec: { readonly plugins?: readonly string[] };
  }
  return (await api.get<Console>(`${consoles}/cluster`)).spec.plugins;
}

/** Makes the console's settings anew, with this list, or without one. */
export async function makeConsole({ api }: Cluster, plugins?: readonly string[]): Promise<void> {
  await api.delete(`${consoles}/cluster`);
  await api.create(consoles, {
    apiVersion: 'operator.openshift.io/v1',
    kind: 'Console',
    metadata: { name: 'cluster' },
    spec: { managementState: 'Managed', ...(plugins && { plugins }) },
  });
}
