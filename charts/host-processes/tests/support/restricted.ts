import type { Container, PodSpec } from './manifest';

type Check = (pod: PodSpec, containers: readonly Container[]) => boolean;

const restrictedVolumes = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];
const seLinuxTypes = [
  '',
  'container_t',
  'container_init_t',
  'container_kvm_t',
  'container_engine_t',
];

/** The controls of the pod security standards, by name; true where a pod keeps to it. */
const controls: Readonly<Record<string, Check>> = {
  // Baseline.
  'Host Namespaces': ({ hostPID, hostIPC, hostNetwork }) => !hostPID && !hostIPC && !hostNetwork,
  'Privileged Containers': (_, all) => all.every((one) => !one.securityContext?.privileged),
  'HostPath Volumes': ({ volumes = [] }) => volumes.every(({ hostPath }) => hostPath === undefined),
  'Host Ports': (_, all) => all.every(({ ports = [] }) => ports.every(({ hostPort }) => !hostPort)),
  SELinux: (pod, all) =>
    [pod, ...all].every(({ securityContext }) => {
      const { type = '', user, role } = securityContext?.seLinuxOptions ?? {};
      return seLinuxTypes.includes(type) && user === undefined && role === undefined;
    }),
  // Restricted.
  'Volume Types': ({ volumes = [] }) =>
    volumes.every((volume) =>
      volumeTypes(volume).every((type) => restrictedVolumes.includes(type)),
    ),
  'Privilege Escalation': (_, all) =>
    all.every((one) => one.securityContext?.allowPrivilegeEscalation === false),
  'Running as Non-root': (pod, all) =>
    all.every(
      (one) => one.securityContext?.runAsNonRoot ?? pod.securityContext?.runAsNonRoot ?? false,
    ),
  'Running as Non-root user': (pod, all) =>
    [pod, ...all].every(({ securityContext }) => securityContext?.runAsUser !== 0),
  Seccomp: (pod, all) =>
    all.every((one) => {
      const profile = one.securityContext?.seccompProfile ?? pod.securityContext?.seccompProfile;
      return ['RuntimeDefault', 'Localhost'].includes(profile?.type ?? '');
    }),
  Capabilities: (_, all) =>
    all.every(({ securityContext: { capabilities: { add = [], drop = [] } = {} } = {} }) => {
      return drop.includes('ALL') && add.every((name) => name === 'NET_BIND_SERVICE');
    }),
};

/** The controls of the *restricted* pod security standard (which includes *baseline*) that a pod breaks. */
export function brokenControls(pod: PodSpec): string[] {
  const containers = [...pod.containers, ...(pod.initContainers ?? [])];
  return Object.entries(controls)
    .filter(([, keeps]) => !keeps(pod, containers))
    .map(([name]) => name);
}

/** The kinds of a volume: its fields beside the name. */
export function volumeTypes(volume: object): string[] {
  return Object.keys(volume).filter((key) => key !== 'name');
}
