import {
  cpuSeconds,
  cpuClasses,
  groupCpuSeconds,
  nodeCpuSeconds,
  nodeCpus,
  reservedCpus,
} from '../../metrics/hostproc';
import { namegroupNumProcs, namegroupThreadCpuSeconds } from '../../metrics/namegroup';
import {
  busyCpuRate,
  capacityCpuRate,
  classCpuRate,
  hostCpuRate,
  groupCpuRate,
} from '../../metrics/recorded';
import { containerCpuSeconds } from '../../prometheus/promql/foreign-series';

/** The name of the node whose tab is opened. */
export const shownNode = 'worker-0';

/** One series: a counter of cores, or a gauge of them. */
export interface BenchSeries {
  readonly family: string;
  readonly type: 'counter' | 'gauge';
  readonly labels: Readonly<Record<string, string>>;
  /** Mean cores; a counter rises by them each second. */
  readonly cores: number;
}

const capacity = 64;

function numbered<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

const hostClasses = cpuClasses.filter((name) => name !== 'pod');

interface Group {
  readonly class: string;
  readonly unit: string;
  readonly groupname: string;
  readonly cores: number;
}

/** Process groups as a busy node has them: few use much, most use little. */
function groupsOf(count: number): Group[] {
  return numbered(count, (i) => {
    const cpuClass =
      i % 4 === 0 ? (hostClasses[(i / 4) % hostClasses.length] ?? 'service') : 'service';
    return {
      class: cpuClass,
      unit: `unit-${i % 80}.service`,
      groupname: `program-${i}`,
      cores: 4 / (i + 2),
    };
  });
}

function counter(family: string, labels: BenchSeries['labels'], cores: number): BenchSeries {
  return { family, type: 'counter', labels, cores };
}

function gauge(family: string, labels: BenchSeries['labels'], cores: number): BenchSeries {
  return { family, type: 'gauge', labels, cores };
}

/** The node on show, raw, with threads and pods: 250 groups and 60 pods. */
export function shownSeries(): BenchSeries[] {
  const groups = groupsOf(250);
  const units = new Map<string, Group>();
  for (const group of groups) {
    const key = `${group.class} ${group.unit}`;
    units.set(key, { ...group, cores: (units.get(key)?.cores ?? 0) + group.cores });
  }
  const pods = numbered(60, (i) => ({
    pod: `pod-${i}`,
    namespace: i % 2 ? `team-${i % 7}` : 'openshift-dns',
    cores: 3 / (i + 3),
  }));
  const podCores = pods.reduce((sum, { cores }) => sum + cores, 0);
  const busy = groups.reduce((sum, { cores }) => sum + cores, podCores);
  return [
    ...[...units.values()].map((unit) =>
      counter(cpuSeconds.name, { class: unit.class, unit: unit.unit }, unit.cores),
    ),
    counter(cpuSeconds.name, { class: 'pod', unit: 'burstable' }, podCores),
    ...groups.map(({ cores, ...labels }) => counter(groupCpuSeconds.name, labels, cores)),
    counter(groupCpuSeconds.name, { class: 'pod', unit: 'burstable', groupname: 'pods' }, podCores),
    counter(nodeCpuSeconds.name, { mode: 'busy' }, busy),
    counter(nodeCpuSeconds.name, { mode: 'idle' }, capacity - busy - 0.1),
    counter(nodeCpuSeconds.name, { mode: 'iowait' }, 0.1),
    counter(nodeCpuSeconds.name, { mode: 'steal' }, 0),
    gauge(nodeCpus.name, {}, capacity),
    gauge(reservedCpus.name, { source: 'systemd.cpu_affinity' }, 16),
    ...pods.map(({ cores, ...labels }) =>
      counter(
        containerCpuSeconds.name,
        { ...labels, container: 'main', id: `/kubepods.slice/${labels.pod}/main` },
        cores,
      ),
    ),
    ...groups
      .slice(0, 40)
      .flatMap(({ groupname, cores }) => [
        gauge(namegroupNumProcs.name, { groupname }, 3),
        ...numbered(20, (i) =>
          counter(
            namegroupThreadCpuSeconds.name,
            { groupname, threadname: `thread-${i}`, mode: 'user' },
            cores / 20,
          ),
        ),
      ]),
  ];
}

/** Any other node: what the rules record, and its groups. */
export function otherSeries(): BenchSeries[] {
  const groups = groupsOf(12);
  return [
    ...hostClasses.map((name, i) => gauge(classCpuRate.name, { class: name }, 1 / (i + 1))),
    gauge(hostCpuRate.name, {}, 2),
    gauge(busyCpuRate.name, {}, 5),
    gauge(capacityCpuRate.name, {}, capacity),
    ...groups.slice(0, 4).map(({ cores, ...labels }) => gauge(groupCpuRate.name, labels, cores)),
    ...groups.map(({ cores, ...labels }) => counter(groupCpuSeconds.name, labels, cores)),
  ];
}
