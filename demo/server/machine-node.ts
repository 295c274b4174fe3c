import { readFileSync } from 'node:fs';
import os from 'node:os';

/** A Node object with what an operating system knows by itself; what only a kubelet knows is absent. */
export interface MachineNode {
  readonly apiVersion: 'v1';
  readonly kind: 'Node';
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly labels: Readonly<Record<string, string>>;
  };
  readonly spec: Readonly<Record<string, never>>;
  readonly status: {
    readonly capacity: { readonly cpu: string; readonly memory: string };
    readonly addresses: readonly { readonly type: string; readonly address: string }[];
    readonly nodeInfo: Readonly<Record<string, string>>;
  };
}

/** The word of Kubernetes for what Node.js says about the processor. */
const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };

/** This machine as a Node. */
export function machineNode(name = machineName()): MachineNode {
  const architecture = architectures[os.arch()] ?? os.arch();
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      uid: lineOf('/etc/machine-id') || name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': architecture,
      },
    },
    spec: {},
    status: {
      capacity: {
        cpu: String(os.cpus().length),
        memory: `${Math.floor(os.totalmem() / 1024)}Ki`,
      },
      addresses: [{ type: 'Hostname', address: name }, ...internalAddresses()],
      nodeInfo: {
        architecture,
        operatingSystem: 'linux',
        osImage: osImage(),
        kernelVersion: os.release(),
        bootID: lineOf('/proc/sys/kernel/random/boot_id'),
        machineID: lineOf('/etc/machine-id'),
      },
    },
  };
}

/** The name under which this machine is a node. */
export function machineName(): string {
  return os.hostname().toLowerCase();
}

function internalAddresses() {
  return Object.values(os.networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => ({ type: 'InternalIP', address }));
}

function osImage(): string {
  return /^PRETTY_NAME="?(.*?)"?$/m.exec(textOf('/etc/os-release'))?.[1] ?? '';
}

function lineOf(file: string): string {
  return textOf(file).trim();
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Containers often lack one of these files; the page then shows a dash.
    return '';
  }
}
