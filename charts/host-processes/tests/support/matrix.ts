import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { chartFolder } from '../../../../scripts/chart/files';
import { type Rendering, required } from './chart';
import { deepMerge } from './deep-merge';

/** A set of values by its name, as `it.each` wants it. */
export type Case = readonly [name: string, rendering: Rendering];

/** Kubernetes as in OpenShift 4.14, 4.18, 4.19 and 4.22. */
const withoutPlugin = ['1.27.0', '1.31.0', '1.32.0+abcdef'];
const withPlugin = '1.35.2+0123456';

const clientCertificates = {
  monitoring: { stack: 'platform' },
  auth: { clientCertificates: { enabled: true, caConfigMap: { name: 'client-ca' } } },
};

/** One feature each, over the defaults. */
export const features: Readonly<Record<string, object>> = {
  'client certificates': clientCertificates,
  'a certificate of ours': { agent: { tls: { existingSecret: 'certificate' } } },
  'a certificate of ours, platform': deepMerge(clientCertificates, {
    agent: { tls: { existingSecret: 'certificate' } },
  }),
  'the old name': { agent: { fullnameOverride: 'process-exporter' } },
  'a single node': {
    plugin: { replicas: 1 },
    workloadPartitioning: { enabled: true },
    agent: { reservedCpus: 4 },
  },
  'a configuration file': { agent: { config: "process_names: [{name: '{{.Comm}}', comm: [a]}]" } },
  'a CPU limit': { agent: { resources: { limits: { cpu: '1' } } } },
  'no resources': { agent: { resources: null }, plugin: { resources: null } },
  'SELinux options': { agent: { tier: 'cgroups', seLinuxOptions: { type: 'spc_t' } } },
  "an administrator's constraints": {
    securityContextConstraints: { create: false, name: 'of-the-administrator' },
  },
  'no constraints': { securityContextConstraints: { create: false } },
  'no network policies': { networkPolicies: { enabled: false } },
  'every 30 s': { monitoring: { scrapeInterval: '30s', scrapeTimeout: '30s' } },
  'every minute': { monitoring: { scrapeInterval: '1m' } },
  'no monitoring': {
    monitoring: { serviceMonitor: { create: false }, rules: { create: false } },
  },
  'a build in the cluster': {
    image: { repository: '' },
    build: { enabled: true, git: { uri: 'https://git.example.com/host-processes.git' } },
  },
  'no hook': { plugin: { hook: { enabled: false } } },
  'the plugin alone': { agent: { enabled: false } },
  'the agent alone': { plugin: { enabled: false } },
  'a long name': { fullnameOverride: 'a'.repeat(63) },
};

/** What every test of agreement and security looks at. */
export function matrix(): Case[] {
  const cases: Case[] = [];
  for (const stack of ['user-workload', 'platform']) {
    for (const tier of ['cgroups', 'processes', 'io']) {
      const values = deepMerge(required, { monitoring: { stack }, agent: { tier } });
      cases.push([`${stack}, ${tier}`, { values, kubeVersion: withPlugin }]);
    }
  }
  for (const kubeVersion of withoutPlugin) {
    const values = deepMerge(required, { plugin: { enabled: false } });
    cases.push([`the agent on Kubernetes ${kubeVersion}`, { values, kubeVersion }]);
  }
  for (const [name, feature] of Object.entries(features)) {
    cases.push([name, { values: deepMerge(required, feature) }]);
  }
  const everything = path.join(chartFolder, 'tests', 'values', 'everything.yaml');
  cases.push(['everything', { values: parse(readFileSync(everything, 'utf8')) as object }]);
  cases.push([
    'another release and namespace',
    { values: required, release: 'my-host-processes', namespace: 'observability' },
  ]);
  return cases;
}
