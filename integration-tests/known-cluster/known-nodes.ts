import type { MachineNode } from '../../demo/server/machine-node';
import { capacity } from '../known-data/formula';

/** Nodes of the known cluster. */
export const nodes = {
  /** Reports all the time. */
  known: 'worker-0',
  /** Reports since a while, with an outage and a restart of its agent. */
  other: 'worker-1',
  /** Has no agent. */
  silent: 'worker-2',
  /** Never has one. */
  windows: 'windows-0',
} as const;

const since = '2026-01-01T00:00:00Z';

/** A Node as a cluster tells it, with all that the console's page of a node wants to show. */
function knownNode(name: string, os: 'linux' | 'windows'): MachineNode {
  const labels = {
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': os,
    'kubernetes.io/arch': 'amd64',
    'node-role.kubernetes.io/worker': '',
  };
  const amounts = { memory: '33554432Ki', pods: '250', 'ephemeral-storage': '100Gi' };
  const ready = { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'ready' };
  const times = { creationTimestamp: since, annotations: {}, resourceVersion: '1' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, uid: `uid-${name}`, labels, ...times },
    spec: {},
    status: {
      capacity: { cpu: String(capacity), ...amounts },
      allocatable: { cpu: String(capacity - 0.5), ...amounts },
      addresses: [
        { type: 'InternalIP', address: '192.0.2.1' },
        { type: 'Hostname', address: name },
      ],
      conditions: [{ ...ready, lastHeartbeatTime: since, lastTransitionTime: since }],
      nodeInfo: {
        architecture: 'amd64',
        operatingSystem: os,
        osImage: 'known',
        kernelVersion: '5.14.0',
        kubeletVersion: 'v1.35.0',
        containerRuntimeVersion: 'cri-o://1.35.0',
        bootID: 'boot',
        machineID: 'machine',
      },
      images: [],
    },
  } as MachineNode;
}

/** The Node objects. */
export const nodeObjects: readonly MachineNode[] = Object.values(nodes).map((name) =>
  knownNode(name, name === nodes.windows ? 'windows' : 'linux'),
);
