import type { Family } from './family';
import { reservedCpuSources } from './hostproc';

// What Prometheus makes of the agent's families by the rules in charts/host-processes/rules/. A name says
// which labels are left, of what it was made, and how; the window of a rate is no part of it.

/** A series that a rule records: a number that rises and falls. */
function recorded<const Label extends string>(row: Omit<Family<Label>, 'type'>): Family<Label> {
  return Object.freeze({ ...row, type: 'gauge' });
}

export const classCpuRate = recorded({
  name: 'node_class:hostproc_cpu_seconds:rate',
  help: 'Cores used by each class; all classes together are the busy cores.',
  labels: ['class'],
  unit: 'cpus',
});

export const unitCpuRate = recorded({
  name: 'node_class_unit:hostproc_cpu_seconds:rate',
  help: 'Cores used by each unit of a class.',
  labels: ['class', 'unit'],
  unit: 'cpus',
});

export const groupCpuRate = recorded({
  name: 'node_class_unit_groupname:hostproc_group_cpu_seconds:rate',
  help: 'Cores used by each process group of a unit.',
  labels: ['class', 'unit', 'groupname'],
  unit: 'cpus',
});

export const hostCpuRate = recorded({
  name: 'node:hostproc_host_cpus:rate',
  help: 'Cores used by the host: all classes but pod.',
  labels: [],
  unit: 'cpus',
});

export const modeCpuRate = recorded({
  name: 'node_mode:hostproc_node_cpu_seconds:rate',
  help: 'Cores that are busy, idle, waiting for I/O, or taken by the hypervisor.',
  labels: ['mode'],
  unit: 'cpus',
});

export const busyCpuRate = recorded({
  name: 'node:hostproc_busy_cpus:rate',
  help: 'Busy cores.',
  labels: [],
  unit: 'cpus',
});

export const capacityCpuRate = recorded({
  name: 'node:hostproc_capacity_cpus:rate',
  help: 'Online CPUs as far as they were measured in the window: all modes together.',
  labels: [],
  unit: 'cpus',
});

export const closureRatio = recorded({
  name: 'node:hostproc_closure:ratio',
  help: 'Part of the busy time that has an owner: all classes but unattributed, over busy.',
  labels: [],
  unit: 'none',
});

export const namedRatio = recorded({
  name: 'node:hostproc_named:ratio',
  help: 'Part of the time of all groups that is neither of (exited) nor of (other).',
  labels: [],
  unit: 'none',
});

/** Where a recorded reservation is known from; the last is capacity minus allocatable. */
export const reservationSources = [...reservedCpuSources, 'allocatable'] as const;
export type ReservationSource = (typeof reservationSources)[number];

export const preferredReservedCpus = recorded({
  name: 'node:hostproc_reserved_cpus:preferred',
  help: 'Reserved CPUs by the best source that knows them, else (allocatable) capacity minus allocatable; absent when unknown or none.',
  labels: ['source'],
  unit: 'cpus',
});

export const reservationUsedRatio = recorded({
  name: 'node:hostproc_reservation_used:ratio',
  help: 'Host CPU over the reserved CPUs; above 1 the host exceeds its reservation.',
  labels: ['source'],
  unit: 'none',
});

export const namegroupCpuRate = recorded({
  name: 'namedprocess_namegroup_cpu_rate',
  help: 'Cores used by each process group, as process-exporter forms them.',
  labels: ['groupname'],
  unit: 'cpus',
});

export const namegroupThreadCpuRate = recorded({
  name: 'namedprocess_namegroup_thread_cpu_rate',
  help: 'Cores used by the threads of each process group, by thread name.',
  labels: ['groupname', 'threadname'],
  unit: 'cpus',
});

/** Every recorded series. Documentation and the tests of rules iterate this list and nothing else. */
export const recordedSeries: readonly Family[] = [
  unitCpuRate,
  classCpuRate,
  groupCpuRate,
  hostCpuRate,
  modeCpuRate,
  busyCpuRate,
  capacityCpuRate,
  closureRatio,
  namedRatio,
  preferredReservedCpus,
  reservationUsedRatio,
  namegroupCpuRate,
  namegroupThreadCpuRate,
];
