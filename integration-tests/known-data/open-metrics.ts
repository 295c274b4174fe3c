import type { Family } from '../../metrics/family';
import {
  cpuSeconds,
  groupCpuSeconds,
  nodeCpuSeconds,
  nodeCpus,
  reservedCpus,
} from '../../metrics/hostproc';
import {
  namegroupMemoryBytes,
  namegroupNumProcs,
  namegroupNumThreads,
  namegroupOldestStartTimeSeconds,
  namegroupThreadCpuSeconds,
} from '../../metrics/namegroup';
import { containerCpuSeconds } from '../../prometheus/promql/foreign-series';
import {
  agentContainer,
  agentNamespace,
  agentPod,
  capacity,
  cpuSecondsAt,
  knownFacts,
  knownGroups,
  knownPods,
  knownThreads,
  modeSecondsAt,
  reserved,
  type KnownGroup,
  type KnownLife,
} from './formula';

/** When the known data was "scraped": scrape 0 and how many there are. */
export interface KnownScrapes {
  readonly startSeconds: number;
  readonly count: number;
  readonly intervalSeconds: number;
}

/** A node, and the lives of its agent; without any, it lives all the time. */
export interface KnownNode {
  readonly name: string;
  readonly lives?: readonly KnownLife[];
}

interface KnownSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly at: (scrape: number) => number;
}

/** The known data of these nodes as OpenMetrics text, which promtool makes blocks of. */
export function openMetricsText(nodes: readonly KnownNode[], scrapes: KnownScrapes): string {
  const families = [
    familyLines(cpuSeconds, unitSeries(), nodes, scrapes),
    familyLines(groupCpuSeconds, groupSeries(), nodes, scrapes),
    familyLines(nodeCpuSeconds, modeSeries(), nodes, scrapes),
    familyLines(nodeCpus, [{ labels: {}, at: () => capacity }], nodes, scrapes),
    familyLines(
      reservedCpus,
      [constant({ source: 'systemd.cpu_affinity' }, reserved)],
      nodes,
      scrapes,
    ),
    familyLines(namegroupThreadCpuSeconds, threadSeries(), nodes, scrapes),
    familyLines(namegroupNumProcs, [constant(kubelet, knownFacts.processes)], nodes, scrapes),
    familyLines(namegroupNumThreads, [constant(kubelet, knownFacts.threads)], nodes, scrapes),
    familyLines(
      namegroupOldestStartTimeSeconds,
      [constant(kubelet, knownFacts.startSeconds)],
      nodes,
      scrapes,
    ),
    familyLines(
      namegroupMemoryBytes,
      [constant({ ...kubelet, memtype: 'resident' }, knownFacts.residentBytes)],
      nodes,
      scrapes,
    ),
    // Told by kubelet, whatever becomes of the agent.
    familyLines(
      containerCpuSeconds,
      containerSeries(),
      nodes.map(({ name }) => ({ name })),
      scrapes,
    ),
  ];
  return [...families.flat(), '# EOF', ''].join('\n');
}

const kubelet = { groupname: 'kubelet' };

function constant(labels: Readonly<Record<string, string>>, value: number): KnownSeries {
  return { labels, at: () => value };
}

function threadSeries(): KnownSeries[] {
  return knownThreads.map((thread) => ({
    labels: { ...kubelet, threadname: thread.threadname, mode: 'user' },
    at: (scrape) => cpuSecondsAt(thread, scrape),
  }));
}

/** Rows of containers, and for each pod one of the cgroup around it, which has the container in it, too. */
function containerSeries(): KnownSeries[] {
  const agent = { ...agentContainer, namespace: agentNamespace, pod: agentPod, container: 'agent' };
  return [...knownPods, agent].flatMap((known) => {
    const { namespace, pod } = known;
    const container = 'container' in known ? known.container : 'main';
    const id = `/kubepods.slice/${pod}`;
    const at = (scrape: number) => cpuSecondsAt(known, scrape);
    return [
      { labels: { namespace, pod, container, id: `${id}/${container}` }, at },
      { labels: { namespace, pod, id }, at: (scrape: number) => 1.5 * at(scrape) },
    ];
  });
}

function groupSeries(): KnownSeries[] {
  return knownGroups.map((group) => ({
    labels: { class: group.class, unit: group.unit, groupname: group.groupname },
    at: (scrape) => cpuSecondsAt(group, scrape),
  }));
}

function unitSeries(): KnownSeries[] {
  const units = new Map<string, KnownGroup[]>();
  for (const group of knownGroups) {
    const key = `${group.class} ${group.unit}`;
    units.set(key, [...(units.get(key) ?? []), group]);
  }
  return [...units.values()].map((groups) => ({
    labels: { class: groups[0]?.class ?? '', unit: groups[0]?.unit ?? '' },
    at: (scrape) => groups.reduce((sum, group) => sum + cpuSecondsAt(group, scrape), 0),
  }));
}

function modeSeries(): KnownSeries[] {
  return (['busy', 'idle', 'iowait', 'steal'] as const).map((mode) => ({
    labels: { mode },
    at: (scrape) => modeSecondsAt(scrape)[mode],
  }));
}

function familyLines(
  { name, type }: Family,
  series: readonly KnownSeries[],
  nodes: readonly KnownNode[],
  { startSeconds, count, intervalSeconds }: KnownScrapes,
): string[] {
  // OpenMetrics names a counter without its ending.
  const lines = [`# TYPE ${type === 'counter' ? name.replace(/_total$/, '') : name} ${type}`];
  for (const { name: node, lives = [{ first: 0, last: Infinity }] } of nodes) {
    for (const { labels, at } of series) {
      // The chart's ServiceMonitor drops the pod's name.
      const agent = { namespace: agentNamespace, job: 'host-processes' };
      const target = { ...agent, ...labels, instance: node, node };
      const pairs = Object.entries(target).map(([label, value]) => `${label}="${value}"`);
      for (let scrape = 0; scrape < count; scrape++) {
        const life = lives.find(({ first, last }) => first <= scrape && scrape <= last);
        if (life === undefined) continue;
        const value = type === 'counter' ? at(scrape) - at(life.first) : at(scrape);
        const seconds = startSeconds + scrape * intervalSeconds;
        lines.push(`${name}{${pairs.join(',')}} ${value} ${seconds}`);
      }
    }
  }
  return lines;
}
