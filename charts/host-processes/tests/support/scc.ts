import type { Container, PodSpec } from './manifest';
import { volumeTypes } from './restricted';

/** SecurityContextConstraints, as the API has them. */
export interface Scc {
  readonly allowHostDirVolumePlugin: boolean;
  readonly allowHostIPC: boolean;
  readonly allowHostNetwork: boolean;
  readonly allowHostPID: boolean;
  readonly allowHostPorts: boolean;
  readonly allowPrivilegeEscalation: boolean;
  readonly allowPrivilegedContainer: boolean;
  readonly allowedCapabilities: readonly string[] | null;
  readonly readOnlyRootFilesystem: boolean;
  readonly requiredDropCapabilities: readonly string[] | null;
  readonly runAsUser: { readonly type: string; readonly uid?: number };
  readonly seLinuxContext: { readonly type: string };
  readonly seccompProfiles: readonly string[];
  readonly volumes: readonly string[];
}

const profileNames: Readonly<Record<string, string>> = {
  RuntimeDefault: 'runtime/default',
  Unconfined: 'unconfined',
};

/**
 * Why OpenShift's admission would refuse a pod under these constraints: its own rules, field by field. Empty
 * when it is let in.
 */
export function refusals(pod: PodSpec, scc: Scc): string[] {
  const containers = [...pod.containers, ...(pod.initContainers ?? [])];
  const volumes = (pod.volumes ?? []).flatMap(volumeTypes);
  const found: [boolean, string][] = [
    [!!pod.hostPID && !scc.allowHostPID, 'hostPID'],
    [!!pod.hostIPC && !scc.allowHostIPC, 'hostIPC'],
    [!!pod.hostNetwork && !scc.allowHostNetwork, 'hostNetwork'],
    [volumes.includes('hostPath') && !scc.allowHostDirVolumePlugin, 'hostPath'],
    ...volumes.map((type): [boolean, string] => [!scc.volumes.includes(type), `volume ${type}`]),
    [hasOwnSeLinux(pod, containers) && scc.seLinuxContext.type !== 'RunAsAny', 'seLinuxOptions'],
  ];
  return [
    ...found.filter(([refused]) => refused).map(([, what]) => what),
    ...containers.flatMap((container) => containerRefusals(pod, container, scc)),
  ];
}

function containerRefusals(pod: PodSpec, container: Container, scc: Scc): string[] {
  const context = { ...pod.securityContext, ...container.securityContext };
  const { add = [], drop = [] } = context.capabilities ?? {};
  const profile = context.seccompProfile?.type ?? '';
  const found: [boolean, string][] = [
    [!!container.ports?.some(({ hostPort }) => hostPort) && !scc.allowHostPorts, 'hostPort'],
    [!!context.privileged && !scc.allowPrivilegedContainer, 'privileged'],
    [
      context.allowPrivilegeEscalation !== false && !scc.allowPrivilegeEscalation,
      'allowPrivilegeEscalation',
    ],
    [!context.readOnlyRootFilesystem && scc.readOnlyRootFilesystem, 'readOnlyRootFilesystem'],
    [!isUserAllowed(context, scc.runAsUser), 'runAsUser'],
    [!scc.seccompProfiles.includes(profileNames[profile] ?? profile), 'seccompProfile'],
    ...add.map((name): [boolean, string] => [
      !scc.allowedCapabilities?.includes(name),
      `capability ${name}`,
    ]),
    ...(scc.requiredDropCapabilities ?? []).map((name): [boolean, string] => [
      !drop.includes(name),
      `drop ${name}`,
    ]),
  ];
  return found.filter(([refused]) => refused).map(([, what]) => `${container.name}: ${what}`);
}

/** A pod without a user gets the first of the namespace's range, or the one that the constraints name. */
function isUserAllowed(
  { runAsUser, runAsNonRoot }: { runAsUser?: number; runAsNonRoot?: boolean },
  rule: Scc['runAsUser'],
): boolean {
  if (rule.type === 'RunAsAny') return true;
  if (rule.type === 'MustRunAs') {
    const user = runAsUser ?? rule.uid;
    return user === rule.uid && !(user === 0 && runAsNonRoot);
  }
  // Ranges of namespaces are not known before there is one, and never hold root.
  return runAsUser === undefined;
}

function hasOwnSeLinux(pod: PodSpec, containers: readonly Container[]): boolean {
  return [pod, ...containers].some(({ securityContext }) => securityContext?.seLinuxOptions);
}
