import { provideHelm, render } from './support/chart';
import { ofKind, type PodSpec, type PodTemplate, workloads } from './support/manifest';
import { matrix } from './support/matrix';
import { brokenControls } from './support/restricted';
import { refusals, type Scc } from './support/scc';

beforeAll(provideHelm, 120_000);

const componentOf = ({ metadata }: PodTemplate) => metadata.labels?.['app.kubernetes.io/component'];

/** What a tier breaks of the restricted standard, and nothing else. */
const brokenByTier: Readonly<Record<string, readonly string[]>> = {
  cgroups: ['HostPath Volumes', 'Volume Types'],
  processes: ['Host Namespaces', 'HostPath Volumes', 'Volume Types'],
  io: [
    'Host Namespaces',
    'HostPath Volumes',
    'Volume Types',
    'Running as Non-root',
    'Running as Non-root user',
    'Capabilities',
  ],
};

describe.each(matrix())('%s', (_, rendering) => {
  const { agent: { tier = 'processes', seLinuxOptions } = {} } = rendering.values as {
    agent?: { tier?: string; seLinuxOptions?: object };
  };

  it('pods break nothing of the restricted standard but what their tier says', async () => {
    const pods = workloads(await render(rendering)).map(({ spec }) => spec.template);
    expect(pods.length).toBeGreaterThan(0);
    for (const pod of pods) {
      const expected = componentOf(pod) === 'agent' ? (brokenByTier[tier] ?? []) : [];
      const forSeLinux = componentOf(pod) === 'agent' && seLinuxOptions ? ['SELinux'] : [];
      expect(brokenControls(pod.spec).sort()).toEqual([...expected, ...forSeLinux].sort());
    }
  });

  it('pods have no token, no limit on CPU by default, and a file system that stays as it is', async () => {
    for (const { spec } of workloads(await render(rendering))) {
      const pod = spec.template.spec;
      expect(pod.automountServiceAccountToken).toBe(false);
      for (const { securityContext, volumeMounts = [] } of pod.containers) {
        expect(securityContext?.readOnlyRootFilesystem).toBe(true);
        expect(volumeMounts.every(({ readOnly }) => readOnly)).toBe(true);
      }
      const hostPaths = (pod.volumes ?? []).flatMap(({ hostPath }) => hostPath ?? []);
      const isAgent = componentOf(spec.template) === 'agent';
      expect(hostPaths).toEqual(isAgent ? [{ path: '/sys/fs/cgroup', type: 'Directory' }] : []);
    }
  });

  it("the agent's own constraints let the agent in, and allow what it uses and no more", async () => {
    const manifests = await render(rendering);
    const agents = workloads(manifests).filter(({ kind }) => kind === 'DaemonSet');
    const [scc] = ofKind<Scc>(manifests, 'SecurityContextConstraints');
    if (!scc) {
      expectNoConstraintsWanted(rendering.values);
      return;
    }
    expect(agents).toHaveLength(1);
    const pod = agents[0]!.spec.template.spec;
    expect(refusals(pod, scc)).toEqual([]);

    const { add = [] } = pod.containers[0]?.securityContext?.capabilities ?? {};
    expect(scc).toMatchObject({
      allowHostDirVolumePlugin: true,
      allowHostIPC: false,
      allowHostNetwork: false,
      allowHostPID: pod.hostPID,
      allowHostPorts: false,
      allowPrivilegeEscalation: false,
      allowPrivilegedContainer: false,
      allowedCapabilities: add.length > 0 ? add : null,
      defaultAddCapabilities: null,
      priority: null,
      readOnlyRootFilesystem: true,
      requiredDropCapabilities: ['ALL'],
      runAsUser: add.length > 0 ? { type: 'MustRunAs', uid: 0 } : { type: 'MustRunAsRange' },
      seccompProfiles: ['runtime/default'],
      volumes: ['configMap', 'hostPath', 'secret'],
      users: [],
      groups: [],
    });
  });
});

function expectNoConstraintsWanted(values: object | undefined): void {
  const { agent, securityContextConstraints } = values as {
    agent?: { enabled?: boolean };
    securityContextConstraints?: { create?: boolean };
  };
  expect(agent?.enabled === false || securityContextConstraints?.create === false).toBe(true);
}

describe('the judges themselves', () => {
  async function agentPod(): Promise<{ pod: PodSpec; scc: Scc }> {
    const manifests = await render();
    const daemonSet = workloads(manifests).find(({ kind }) => kind === 'DaemonSet');
    return {
      pod: daemonSet!.spec.template.spec,
      scc: ofKind<Scc>(manifests, 'SecurityContextConstraints')[0]!,
    };
  }
  const withContainer = (pod: PodSpec, change: object): PodSpec => ({
    ...pod,
    containers: pod.containers.map((one) => ({
      ...one,
      ...change,
      securityContext: { ...one.securityContext, ...(change as PodSpec).securityContext },
    })),
  });

  it.each<[string, (pod: PodSpec) => PodSpec, string[], string[]]>([
    ['hostNetwork', (pod) => ({ ...pod, hostNetwork: true }), ['hostNetwork'], []],
    ['hostIPC', (pod) => ({ ...pod, hostIPC: true }), ['hostIPC'], []],
    [
      'a host port',
      (pod) => withContainer(pod, { ports: [{ name: 'https', containerPort: 1, hostPort: 1 }] }),
      ['agent: hostPort'],
      ['Host Ports'],
    ],
    [
      'a privileged container',
      (pod) => withContainer(pod, { securityContext: { privileged: true } }),
      ['agent: privileged'],
      ['Privileged Containers'],
    ],
    [
      'privilege escalation',
      (pod) => withContainer(pod, { securityContext: { allowPrivilegeEscalation: true } }),
      ['agent: allowPrivilegeEscalation'],
      ['Privilege Escalation'],
    ],
    [
      'a writable root',
      (pod) => withContainer(pod, { securityContext: { readOnlyRootFilesystem: false } }),
      ['agent: readOnlyRootFilesystem'],
      [],
    ],
    [
      'root',
      (pod) => ({ ...pod, securityContext: { ...pod.securityContext, runAsUser: 0 } }),
      ['agent: runAsUser'],
      ['Running as Non-root user'],
    ],
    [
      'no seccomp profile',
      (pod) => ({ ...pod, securityContext: { runAsNonRoot: true } }),
      ['agent: seccompProfile'],
      ['Seccomp'],
    ],
    [
      'a capability',
      (pod) =>
        withContainer(pod, {
          securityContext: { capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] } },
        }),
      ['agent: capability SYS_ADMIN'],
      ['Capabilities'],
    ],
    [
      'capabilities that are kept',
      (pod) => withContainer(pod, { securityContext: { capabilities: {} } }),
      ['agent: drop ALL'],
      ['Capabilities'],
    ],
    [
      'another kind of volume',
      (pod) => ({ ...pod, volumes: [...(pod.volumes ?? []), { name: 'x', emptyDir: {} }] }),
      ['volume emptyDir'],
      [],
    ],
  ])('find %s', async (_, change, bySecurityContextConstraints, byStandard) => {
    const { pod, scc } = await agentPod();
    expect(refusals(change(pod), scc)).toEqual(bySecurityContextConstraints);
    const before = brokenControls(pod);
    expect(brokenControls(change(pod)).filter((name) => !before.includes(name))).toEqual(
      byStandard,
    );
  });
});
