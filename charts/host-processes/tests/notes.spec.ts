import { chartFolder } from '../../../scripts/chart/files';
import { helmReleases, provideHelm, required, runHelm } from './support/chart';
import { LookupCluster, type Objects } from './support/cluster';
import { deepMerge } from './support/deep-merge';

beforeAll(provideHelm, 120_000);

/** The namespace of a cluster where nothing is missing. */
const namespace = (labels: object = {}, annotations: object = {}) => ({
  '/api/v1/namespaces/host-processes': {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'host-processes',
      labels: { 'pod-security.kubernetes.io/enforce': 'privileged', ...labels },
      annotations,
    },
  },
});
const monitoring = (text: string) => ({
  '/api/v1/namespaces/openshift-monitoring/configmaps/cluster-monitoring-config': {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'cluster-monitoring-config', namespace: 'openshift-monitoring' },
    data: { 'config.yaml': text },
  },
});
const ready: Objects = { ...namespace(), ...monitoring('enableUserWorkload: true\n') };
const platform = { monitoring: { stack: 'platform' } };

const wantsLabel =
  'WARNING: nothing is scraped until the namespace has the label of platform monitoring:\n  oc label namespace host-processes openshift.io/cluster-monitoring=true\n';
const wrongStack =
  'WARNING: nothing is scraped, since the namespace belongs to platform monitoring.';
const optedOut =
  'WARNING: nothing is scraped, since the namespace has the label openshift.io/user-monitoring=false:\n  oc label namespace host-processes openshift.io/user-monitoring-\n';
const switchedOff = 'User-workload monitoring seems to be off here.';
const podSecurity = 'pod security admission may refuse';
const annotation =
  'WARNING: workloadPartitioning.enabled works only where the namespace allows it:\n  oc annotate namespace host-processes workload.openshift.io/allowed=management\n';
const retention = 'keeps its data for 24 hours';
const byHand = 'oc patch consoles.operator.openshift.io cluster --type=json';
const byHook = "The plugin has been added to the console's list";
const byJob =
  "The plugin is added to the console's list, after the others, once the image is there.";
const roles = 'oc adm policy add-role-to-user view USER --namespace host-processes';
const beingBuilt =
  'oc logs --follow --namespace host-processes buildconfig/hp-host-processes-0.1.0-';
const everything = [
  wantsLabel,
  wrongStack,
  optedOut,
  switchedOff,
  podSecurity,
  annotation,
  retention,
  byHand,
  byHook,
  byJob,
  roles,
  beingBuilt,
];

/** A situation, and all that is said in it. */
const situations: readonly (readonly [string, object, Objects, readonly string[]])[] = [
  ['nothing is missing', {}, ready, [retention, byHook, roles]],
  [
    'user-workload monitoring is not set up',
    {},
    namespace(),
    [switchedOff, retention, byHook, roles],
  ],
  [
    'it is off among other settings',
    {},
    { ...ready, ...monitoring('prometheusK8s: {}\nenableUserWorkload: false\n') },
    [switchedOff, retention, byHook, roles],
  ],
  [
    'the namespace belongs to platform monitoring',
    {},
    { ...ready, ...namespace({ 'openshift.io/cluster-monitoring': 'true' }) },
    [wrongStack, retention, byHook, roles],
  ],
  [
    'the namespace wants no monitoring',
    {},
    { ...ready, ...namespace({ 'openshift.io/user-monitoring': 'false' }) },
    [optedOut, retention, byHook, roles],
  ],
  ['platform monitoring without the label', platform, ready, [wantsLabel, byHook, roles]],
  [
    'platform monitoring with it',
    platform,
    namespace({ 'openshift.io/cluster-monitoring': 'true' }),
    [byHook, roles],
  ],
  [
    'pod security is that of every namespace',
    {},
    { ...ready, ...namespace({ 'pod-security.kubernetes.io/enforce': 'restricted' }) },
    [podSecurity, retention, byHook, roles],
  ],
  [
    'workload partitioning in a namespace that does not allow it',
    { workloadPartitioning: { enabled: true } },
    ready,
    [annotation, retention, byHook, roles],
  ],
  [
    'workload partitioning where it is allowed',
    { workloadPartitioning: { enabled: true } },
    { ...ready, ...namespace({}, { 'workload.openshift.io/allowed': 'management' }) },
    [retention, byHook, roles],
  ],
  [
    'the list is left to a person',
    { plugin: { hook: { enabled: false } } },
    ready,
    [retention, byHand, roles],
  ],
  ['no plugin', { plugin: { enabled: false } }, ready, [retention]],
  ['no agent', { agent: { enabled: false } }, ready, [byHook, roles]],
  [
    'the image is built here',
    {
      image: { repository: '' },
      build: { enabled: true, git: { uri: 'https://git.example.com/a' } },
    },
    ready,
    [retention, byJob, roles, beingBuilt],
  ],
];

let cluster: LookupCluster | undefined;
afterEach(async () => {
  await cluster?.end();
  cluster = undefined;
});

async function notesIn(
  helm: (typeof helmReleases)[number],
  values: object,
  objects: Objects,
): Promise<string> {
  cluster = new LookupCluster(objects);
  const seeing = await cluster.start();
  const args = ['install', 'hp', chartFolder, '--namespace', 'host-processes', ...seeing];
  const { status, output } = await runHelm(helm, args, deepMerge(required, values));
  if (status !== 0) throw new Error(output);
  return output.slice(output.indexOf('\nNOTES:\n'));
}

describe.each(helmReleases)('the notes of %s', (helm) => {
  it.each(situations)(
    'say what matters when %s, and nothing else',
    async (_, values, objects, said) => {
      const notes = await notesIn(helm, values, objects);
      expect(notes).toContain('Host Processes 0.1.0 is installed in namespace host-processes\n');
      expect(everything.filter((text) => notes.includes(text))).toEqual(
        everything.filter((text) => said.includes(text)),
      );
      expect(notes).not.toMatch(/<no value>|<nil>|\n\n\n|[ \t]\n/);
    },
  );
});
