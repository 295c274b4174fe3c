import type { CpuClass, NodeCpuMode } from '../../metrics/hostproc';

// A node whose every number is known: each group uses a mean number of cores that swings as a sine.
// What the page shows is compared with what is computed here, past Prometheus and the plugin.

/** Something that uses CPU. */
export interface KnownUse {
  /** Mean cores, how far they swing (part of the mean), and how many scrapes a swing takes. */
  readonly mean: number;
  readonly swing: number;
  readonly period: number;
  /** What is in it beside. */
  readonly also?: readonly KnownUse[];
}

/** A process group of the known node. */
export interface KnownGroup extends KnownUse {
  readonly class: CpuClass;
  readonly unit: string;
  readonly groupname: string;
}

/** A pod of the known node, as kubelet tells it. */
export interface KnownPod extends KnownUse {
  readonly namespace: string;
  readonly pod: string;
  readonly infrastructure: boolean;
}

/** Namespace and pod of the agent; its series carry the namespace alone, as the ServiceMonitor leaves them. */
export const agentNamespace = 'host-processes';
export const agentPod = 'host-processes-agent-x7k2p';

/** CPUs reserved by the kernel command line: the platform exceeds them now and then. */
export const reserved = 2;

const pods: readonly (readonly [string, string, number])[] = [
  ['openshift-dns', 'dns-default-4xq8z', 0.2],
  ['openshift-ingress', 'router-default-0', 0.15],
  ['shop', 'web-0', 0.35],
  ['shop', 'db-0', 0.1],
];

export const knownPods: readonly KnownPod[] = pods.map(([namespace, pod, mean], i) => ({
  namespace,
  pod,
  infrastructure: namespace.startsWith('openshift-'),
  mean,
  swing: 0.2 + i * 0.1,
  period: 31 + 6 * i,
}));

/** The agent's own container, which kubelet tells, too, and which is no pod of ours. */
export const agentContainer: KnownUse = { mean: 0.008, swing: 0.1, period: 67 };

/** Threads of the group `kubelet`, by name. */
export const knownThreads: readonly (KnownUse & { readonly threadname: string })[] = [
  { threadname: 'kubelet', mean: 0.3, swing: 0.2, period: 29 },
  { threadname: 'grpc-worker', mean: 0.1, swing: 0.3, period: 37 },
  { threadname: '(exited)', mean: 0.02, swing: 0.1, period: 41 },
];

/** Facts of the group `kubelet`. */
export const knownFacts = {
  processes: 1,
  threads: 23,
  residentBytes: 160_000_000,
  startSeconds: 1_767_225_600,
} as const;

export const scrapeSeconds = 15;
export const capacity = 8;

const rows: readonly (readonly [CpuClass, string, string, number])[] = [
  ['kernel', 'kworker', 'kworker', 0.21],
  ['kernel', 'rcu', 'rcu_preempt', 0.06],
  ['interrupt', 'softirq', '(interrupts)', 0.11],
  ['service', 'kubelet.service', 'kubelet', 0.42],
  ['service', 'kubelet.service', '(exited)', 0.17],
  ['service', 'crio.service', 'crio', 0.19],
  ['service', 'ovs-vswitchd.service', 'ovs-vswitchd', 0.12],
  ['service', 'systemd-journald.service', 'systemd-journal', 0.05],
  ['service', 'dbus.service', 'dbus-broker', 0.004],
  ['host-container', 'toolbox.scope', 'tcpdump', 0.03],
  ['session', 'session.scope', 'bash', 0.02],
  ['runtime', 'crio-conmon.scope', 'conmon', 0.09],
  ['agent', 'host-processes-agent', 'host-processes-agent', 0.008],
  ['unattributed', '', '(unattributed)', 0.03],
  // What kubelet does not tell apart, beside the pods that it does.
  ['pod', 'burstable', 'conmon', 0.1],
];

/** An agent's life: it counts from zero at its first scrape, and is silent after its last. */
export interface KnownLife {
  readonly first: number;
  readonly last: number;
}

/**
 * The agent of the other node: begins half an hour before the end of the journeys' range, is away for
 * five minutes a quarter of an hour before it, and counts anew.
 */
export const otherLives: readonly KnownLife[] = [
  { first: 360, last: 420 },
  { first: 440, last: Infinity },
];

/** So many that the table needs a second page. */
const cronJobs = Array.from(
  { length: 12 },
  (_, i) => ['service', 'crond.service', `job-${i}`, 0.001 * (i + 1)] as const,
);

export const knownGroups: readonly KnownGroup[] = [...rows, ...cronJobs].map(
  ([cpuClass, unit, groupname, mean], i) => ({
    class: cpuClass,
    unit,
    groupname,
    mean,
    swing: 0.1 + (i % 5) * 0.15,
    period: 23 + 4 * i,
    ...(cpuClass === 'pod' && { also: knownPods }),
  }),
);

/** CPU-seconds of something at its scrape number `n`: the integral of its cores from scrape 0. */
export function cpuSecondsAt({ mean, swing, period, also = [] }: KnownUse, n: number): number {
  const omega = (2 * Math.PI) / period;
  const own = mean * scrapeSeconds * (n + (swing * (1 - Math.cos(omega * n))) / omega);
  return also.reduce((sum, use) => sum + cpuSecondsAt(use, n), own);
}

/** CPU-seconds of the node's modes at scrape `n`; they sum to its capacity. */
export function modeSecondsAt(n: number): Readonly<Record<NodeCpuMode, number>> {
  const busy = knownGroups.reduce((sum, group) => sum + cpuSecondsAt(group, n), 0);
  const iowait = 0.05 * scrapeSeconds * n;
  return { busy, idle: capacity * scrapeSeconds * n - busy - iowait, iowait, steal: 0 };
}
