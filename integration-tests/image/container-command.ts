import path from 'node:path';
import { onPath } from '../../scripts/parts/on-path';

/** The first user of a namespace's range, as OpenShift gives it to pods that name none. */
export const namespaceUser = 1_000_680_000;

const script = path.join(import.meta.dirname, 'run-as-container.sh');

/** Where the base image's Node.js is mounted. */
const nodejs = '/opt/nodejs';

/** What setpriv(1) takes away for a pod with `capabilities: drop: [ALL]`, and what it leaves to root. */
const privileges = {
  restricted: [
    `--reuid=${namespaceUser}`,
    '--regid=0',
    // The pod's fsGroup, to which kubelet gives the files of secrets.
    `--groups=${namespaceUser}`,
    '--inh-caps=-all',
    '--ambient-caps=-all',
    '--bounding-set=-all',
    '--no-new-privs',
  ],
  root: ['--reuid=0'],
} as const;

/** Who a container's process is: any user of OpenShift's without a capability, or root. */
export type User = keyof typeof privileges;

export interface Container {
  /** A folder with the image's files, as `layImageRoot` makes it. */
  readonly root: string;
  readonly as: User;
  /** What is mounted, read-only: HOST-PATH:PATH. */
  readonly mounts?: readonly string[];
  /** NAME=VALUE */
  readonly environment?: readonly string[];
  readonly command: readonly string[];
}

/**
 * The command line that runs a program as CRI-O runs a container: read-only root, mounts and cgroup
 * namespace of its own, no capability, no new privileges, the host's PIDs. What is missing is seccomp and
 * SELinux: no tool of a plain Debian sets them. Needs root.
 * @throws Error when a tool is missing on this machine
 */
export function containerCommand(container: Container): [file: string, ...args: string[]] {
  for (const tool of ['unshare', 'setpriv', 'mount', 'chroot']) {
    if (!onPath([tool])) throw new Error(`${tool} is missing; install util-linux and coreutils.`);
  }
  if (process.getuid?.() !== 0) throw new Error('Containers need root: run the tests as root.');
  const { root, as, mounts = [], environment = [], command } = container;
  return [
    'unshare',
    '--cgroup',
    '--mount',
    '--propagation=private',
    script,
    root,
    privileges[as].join(' '),
    `${path.dirname(process.execPath)}:${nodejs}`,
    ...mounts,
    '--',
    'env',
    '-i',
    `PATH=${nodejs}:/usr/bin`,
    ...environment,
    ...command,
  ];
}
