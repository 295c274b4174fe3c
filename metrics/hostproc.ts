import { counter, gauge } from './family';

// Our own families: the account of a node's CPU time.

/** Who a CPU-second of a node can belong to, in the order in which stacks are drawn: lowest layer first. */
export const cpuClasses = [
  'kernel',
  'interrupt',
  'service',
  'host-container',
  'session',
  'runtime',
  'agent',
  'unattributed',
  'pod',
] as const;
export type CpuClass = (typeof cpuClasses)[number];

/** What the online CPUs of a node do with their time. */
export const nodeCpuModes = ['busy', 'idle', 'iowait', 'steal'] as const;
export type NodeCpuMode = (typeof nodeCpuModes)[number];

export const cpuSeconds = counter({
  name: 'hostproc_cpu_seconds_total',
  help: 'CPU time by class and unit; all classes together are the busy time of the node.',
  labels: ['class', 'unit'],
  unit: 'seconds',
});

export const groupCpuSeconds = counter({
  name: 'hostproc_group_cpu_seconds_total',
  help: 'CPU time inside a unit by process group; (exited) is what processes used that ended unseen.',
  labels: ['class', 'unit', 'groupname'],
  unit: 'seconds',
});

export const nodeCpuSeconds = counter({
  name: 'hostproc_node_cpu_seconds_total',
  help: 'CPU time of the node by mode; busy is the complement of idle, iowait and steal.',
  labels: ['mode'],
  unit: 'seconds',
});

export const nodeCpus = gauge({
  name: 'hostproc_node_cpus',
  help: 'Online CPUs of the node.',
  labels: [],
  unit: 'cpus',
});

/** Where the number of reserved CPUs is known from. */
export const reservedCpuSources = ['option', 'systemd.cpu_affinity', 'tuned.non_isolcpus'] as const;
export type ReservedCpuSource = (typeof reservedCpuSources)[number];

export const reservedCpus = gauge({
  name: 'hostproc_reserved_cpus',
  help: 'CPUs that are reserved for the platform, by where this is known from; absent when unknown.',
  labels: ['source'],
  unit: 'cpus',
});

export const allocatableCpus = gauge({
  name: 'hostproc_allocatable_cpus',
  help: 'CPUs of the node that pods may request; absent when unknown.',
  labels: [],
  unit: 'cpus',
});
