import { cpuSecondsAt, knownGroups, modeSecondsAt, type KnownGroup } from '../known-data/formula';

// What the known cluster's Prometheus holds, as formulas: specs compute what they expect from these, past
// Prometheus and the program.

/** A node and the scrapes (from the first of all, every 15 s) in which it has data. */
export interface KnownNode {
  readonly name: string;
  readonly firstScrape: number;
  /** What its use is multiplied by. */
  readonly factor: number;
}

/** Three hours of scrapes lie before the end of every interval that is asked about. */
export const scrapesBefore = 720;
export const capacity = 8;

export const nodes: readonly KnownNode[] = [
  { name: 'worker-0', firstScrape: 0, factor: 1 },
  { name: 'worker-1', firstScrape: 0, factor: 0.5 },
  // Its agent came half an hour before the end.
  { name: 'late-0', firstScrape: scrapesBefore - 120, factor: 1 },
];

/** A pod, with its containers' mean cores. */
export interface KnownPod {
  readonly node: string;
  readonly namespace: string;
  readonly name: string;
  readonly containers: Readonly<Record<string, number>>;
}

export const pods: readonly KnownPod[] = [
  {
    node: 'worker-0',
    namespace: 'openshift-etcd',
    name: 'etcd-worker-0',
    containers: { etcd: 0.25, metrics: 0.05 },
  },
  { node: 'worker-0', namespace: 'kube-system', name: 'dns', containers: { dns: 0.02 } },
  {
    node: 'worker-0',
    namespace: 'shop',
    name: 'web-5d4f8b7c9d-x2x4z',
    containers: { web: 0.4, proxy: 0.1 },
  },
  { node: 'worker-1', namespace: 'shop', name: 'db-0', containers: { db: 0.3 } },
  {
    node: 'worker-0',
    namespace: 'host-processes',
    name: 'host-processes-agent-abcde',
    containers: { agent: 0.008 },
  },
];

/** One series: its labels and its value at scrape `n`; absent in scrapes before `first`. */
export interface KnownSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly first?: number;
  readonly at: (n: number) => number;
}

/** A metric with its series; scraped every 15 s, or every so many of these. */
export interface KnownMetric {
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly every?: number;
  readonly series: readonly KnownSeries[];
}

function ofNodes(
  make: (
    node: KnownNode,
  ) => readonly { labels: Record<string, string>; at: (n: number) => number }[],
): KnownSeries[] {
  return nodes.flatMap((node) =>
    make(node).map(({ labels, at }) => ({
      labels: { ...labels, instance: node.name, node: node.name, job: 'host-processes' },
      first: node.firstScrape,
      at,
    })),
  );
}

function unitsOf(groups: readonly KnownGroup[]): Map<string, KnownGroup[]> {
  const units = new Map<string, KnownGroup[]>();
  for (const group of groups) {
    const key = JSON.stringify([group.class, group.unit]);
    units.set(key, [...(units.get(key) ?? []), group]);
  }
  return units;
}

/** CPU-seconds of containers of a pod at scrape `n`. */
export function podSecondsAt({ containers }: KnownPod, n: number): number {
  const mean = Object.values(containers).reduce((sum, cores) => sum + cores, 0);
  return mean * 15 * (n + 3 * Math.sin(n / 9));
}

/** Busy, idle and I/O wait of a node at scrape `n`, in CPU-seconds. */
export function modesAt({ factor }: KnownNode, n: number): Record<string, number> {
  const { busy, iowait } = modeSecondsAt(n);
  return {
    busy: busy * factor,
    iowait,
    idle: capacity * 15 * n - busy * factor - iowait,
    steal: 0,
  };
}

/** Threads of kubelet, in cores. */
export const threads = { kubelet: 0.1, gc: 0.03, 'process-exporter': 0.01 } as const;

const recorded = (n: number) => 1 + Math.sin(n / 5);

export const metrics: readonly KnownMetric[] = [
  {
    name: 'hostproc_group_cpu_seconds_total',
    type: 'counter',
    series: ofNodes(({ factor }) =>
      knownGroups.map((group) => ({
        labels: { class: group.class, unit: group.unit, groupname: group.groupname },
        at: (n) => factor * cpuSecondsAt(group, n),
      })),
    ),
  },
  {
    name: 'hostproc_cpu_seconds_total',
    type: 'counter',
    series: ofNodes(({ factor }) =>
      [...unitsOf(knownGroups).values()].map((groups) => ({
        labels: { class: groups[0]?.class ?? '', unit: groups[0]?.unit ?? '' },
        at: (n) => factor * groups.reduce((sum, group) => sum + cpuSecondsAt(group, n), 0),
      })),
    ),
  },
  {
    name: 'hostproc_node_cpu_seconds_total',
    type: 'counter',
    series: ofNodes((node) =>
      Object.keys(modesAt(node, 0)).map((mode) => ({
        labels: { mode },
        at: (n) => modesAt(node, n)[mode] ?? 0,
      })),
    ),
  },
  {
    name: 'hostproc_node_cpus',
    type: 'gauge',
    series: ofNodes(() => [{ labels: {}, at: () => capacity }]),
  },
  {
    name: 'hostproc_reserved_cpus',
    type: 'gauge',
    series: ofNodes(({ name }) =>
      name === 'worker-0' ? [{ labels: { source: 'systemd.cpu_affinity' }, at: () => 4 }] : [],
    ),
  },
  {
    name: 'hostproc_allocatable_cpus',
    type: 'gauge',
    series: ofNodes(({ name }) => (name === 'worker-1' ? [{ labels: {}, at: () => 7.5 }] : [])),
  },
  {
    name: 'hostproc_build_info',
    type: 'gauge',
    series: ofNodes(() => [{ labels: { namespace: 'host-processes' }, at: () => 1 }]),
  },
  {
    name: 'namedprocess_namegroup_thread_cpu_seconds_total',
    type: 'counter',
    series: ofNodes(() =>
      [
        ...Object.entries(threads).map(
          ([threadname, cores]) => ['kubelet', threadname, cores] as const,
        ),
        ['conmon', 'conmon', 0.5] as const,
      ].flatMap(([groupname, threadname, cores]) =>
        ['user', 'system'].map((mode) => ({
          labels: { groupname, threadname, mode },
          at: (n: number) => (cores * 15 * n) / 2,
        })),
      ),
    ),
  },
  {
    name: 'container_cpu_usage_seconds_total',
    type: 'counter',
    // As kubelet is scraped on OpenShift.
    every: 2,
    series: pods.flatMap((pod) => {
      const { node, namespace, name, containers } = pod;
      const labels = { node, namespace, pod: name, cpu: 'total', id: `/kubepods.slice/${name}` };
      const whole = Object.values(containers).reduce((sum, cores) => sum + cores, 0);
      return [
        // The pod's own cgroup holds its containers and what runs them: never to be counted, too.
        { labels: { ...labels, container: '' }, at: (n: number) => 1.1 * podSecondsAt(pod, n) },
        ...Object.entries(containers).map(([container, cores]) => ({
          labels: { ...labels, container },
          at: (n: number) => (podSecondsAt(pod, n) * cores) / whole,
        })),
      ];
    }),
  },
  {
    name: 'namedprocess_namegroup_cpu_rate',
    type: 'gauge',
    series: ['kubelet', "it's", 'conmon'].map((groupname) => ({
      labels: { groupname, instance: 'worker-0' },
      at: recorded,
    })),
  },
  {
    name: 'pod:container_cpu_usage:sum',
    type: 'gauge',
    series: ['web', 'process-exporter-abcde'].map((pod) => ({
      labels: { namespace: 'shop', pod },
      at: (n) => 1e-5 * recorded(n),
    })),
  },
];

export const recordedAt = recorded;
