import { parseCommandLine } from '../../../console-plugin-hook/options';
import { provideHelm, render } from './support/chart';
import { type Manifest, ofKind, type PodTemplate } from './support/manifest';
import { matrix } from './support/matrix';
import { brokenControls } from './support/restricted';

beforeAll(provideHelm, 120_000);

interface Job {
  readonly spec: {
    readonly template: PodTemplate;
    readonly activeDeadlineSeconds?: number;
  };
}

interface ClusterRole {
  readonly rules: readonly object[];
}

interface Binding {
  readonly roleRef: { readonly name: string };
  readonly subjects: readonly { readonly name: string; readonly namespace: string }[];
}

const component = 'app.kubernetes.io/component';
const eventsOf = ({ metadata }: Manifest) =>
  metadata.annotations?.['helm.sh/hook']?.split(',') ?? [];
const weightOf = ({ metadata }: Manifest) =>
  Number(metadata.annotations?.['helm.sh/hook-weight'] ?? 0);

/** Jobs that run at a moment of Helm's; the others are objects like any other. */
const atMoments: Readonly<Record<string, readonly string[][]>> = {
  hook: [['post-install', 'post-upgrade', 'post-rollback'], ['post-delete']],
  build: [[], ['post-delete']],
};

describe.each(matrix())('%s', (_, rendering) => {
  let manifests: Manifest[];
  let jobs: (Manifest & Job)[];
  const { plugin, build } = rendering.values as {
    plugin?: { enabled?: boolean; hook?: { enabled: boolean } };
    build?: { enabled: boolean };
  };
  const isWanted = (plugin?.enabled ?? true) && (plugin?.hook?.enabled ?? true);
  beforeAll(async () => {
    const all = await render(rendering);
    manifests = all.filter(({ metadata }) => metadata.labels?.[component] === 'plugin-list');
    jobs = ofKind<Job>(manifests, 'Job');
  });

  it('has the two Jobs where they are wanted, and nothing of them elsewhere', () => {
    const expected = atMoments[build?.enabled ? 'build' : 'hook'];
    expect(jobs.map(eventsOf)).toEqual(isWanted ? expected : []);
    expect(manifests.length > 0).toBe(isWanted);
  });

  it('gives each one right on one object, before it runs and no longer than that', () => {
    for (const job of jobs) {
      const { serviceAccountName } = job.spec.template.spec;
      const account = ofKind<object>(manifests, 'ServiceAccount').find(
        ({ metadata }) => metadata.name === serviceAccountName,
      );
      const binding = ofKind<Binding>(manifests, 'ClusterRoleBinding').find(
        ({ subjects }) => subjects[0]?.name === serviceAccountName,
      );
      const role = ofKind<ClusterRole>(manifests, 'ClusterRole').find(
        ({ metadata }) => metadata.name === binding?.roleRef.name,
      );
      expect(role?.rules).toEqual([
        {
          apiGroups: ['operator.openshift.io'],
          resources: ['consoles'],
          resourceNames: ['cluster'],
          verbs: ['get', 'patch'],
        },
      ]);
      expect(role?.metadata.name).toContain(job.metadata.namespace);
      expect(binding?.subjects).toEqual([
        {
          kind: 'ServiceAccount',
          name: serviceAccountName,
          namespace: job.metadata.namespace,
        },
      ]);
      for (const right of [role, binding, account]) {
        expect(eventsOf(right!)).toEqual(expect.arrayContaining(eventsOf(job)));
        if (eventsOf(job).length === 0) continue;
        expect(weightOf(right!)).toBeLessThan(weightOf(job));
        const policies = right!.metadata.annotations?.['helm.sh/hook-delete-policy'];
        expect(policies).toBe('before-hook-creation,hook-succeeded,hook-failed');
      }
    }
  });

  it('runs them as restricted pods that end', () => {
    for (const job of jobs) {
      const { spec } = job;
      expect(brokenControls(spec.template.spec)).toEqual([]);
      const [container] = spec.template.spec.containers;
      expect(container?.securityContext?.readOnlyRootFilesystem).toBe(true);
      expect(spec.template.spec.restartPolicy).toBe('Never');
      // Helm waits for hooks; what waits for a build is no hook.
      expect(spec.activeDeadlineSeconds !== undefined).toBe(eventsOf(job).length > 0);
    }
  });

  it('gives them arguments that the program takes', () => {
    const inPod = { KUBERNETES_SERVICE_HOST: '172.30.0.1', KUBERNETES_SERVICE_PORT: '443' };
    const commands = jobs.map(({ spec }) => {
      const [container] = spec.template.spec.containers;
      expect(container?.command?.at(-1)).toMatch(/host-processes-console-plugin-hook\.cjs$/);
      return parseCommandLine(container?.args ?? [], inPod);
    });
    expect(commands).toMatchObject(
      isWanted
        ? [
            { change: 'add', plugin: 'host-processes' },
            { change: 'remove', plugin: 'host-processes' },
          ]
        : [],
    );
  });
});
