import { rmSync } from 'node:fs';
import type { Cgroup } from '../../bench/cgroups/cgroup';
import type { PodSpec } from '../../charts/host-processes/tests/support/manifest';
import { startChild, type Child } from '../../demo/launcher/child';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { containerCommand, type User } from '../image/container-command';
import { layImageRoot } from '../image/image-root';

/** How a pod is run: by whom, where, and with what mounted. */
export interface Circumstances {
  readonly as: User;
  readonly cgroup: Cgroup;
  /** The folder on the host behind each volume of the pod, by the volume's name. */
  readonly volumes: Readonly<Record<string, string>>;
  /** What `resourceFieldRef: limits.cpu` says without a limit: the node's allocatable millicores. */
  readonly allocatableMillicpus: number;
}

/**
 * Runs the one container of a rendered pod: its command, arguments, environment and mounts, in a cgroup of
 * its own, with the image's files, and with the host's PIDs in view.
 * @throws Error when the pod has what this cannot do
 */
export async function startContainer(
  lifetime: Lifetime,
  pod: PodSpec,
  { as, cgroup, volumes, allocatableMillicpus }: Circumstances,
): Promise<Child> {
  const [container] = pod.containers;
  if (!container) throw new Error('Expected a pod with a container, found none.');
  const mounts = (container.volumeMounts ?? []).map(({ name, mountPath }) => {
    const folder = volumes[name];
    if (folder === undefined) throw new Error(`Nothing is there for the volume ${name}.`);
    return `${folder}:${mountPath}`;
  });
  const environment = (container.env ?? []).map(({ name }) => {
    if (name !== 'HOST_PROCESSES_ALLOCATABLE_MILLICPUS') throw new Error(`What is ${name}?`);
    return `${name}=${allocatableMillicpus}`;
  });
  const root = layImageRoot();
  // What is mounted in it is so in the container's namespace alone.
  lifetime.add(() => {
    rmSync(root, { recursive: true });
    return Promise.resolve();
  });
  const command = [...(container.command ?? []), ...(container.args ?? [])];
  return startChild(lifetime, `The container ${container.name}`, 'sh', [
    '-c',
    'echo 0 > "$0" && exec "$@"',
    cgroup.procsFile,
    ...containerCommand({ root, as, mounts, environment, command }),
  ]);
}
