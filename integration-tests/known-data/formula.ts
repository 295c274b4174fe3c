import type { CpuClass, NodeCpuMode } from '../../metrics/hostproc';

// A node whose every number is known: each group uses a mean number of cores that swings as a sine.
// What the page shows is compared with what is computed here, past Prometheus and the plugin.

/** A process group of the known node. */
export interface KnownGroup {
  readonly class: CpuClass;
  readonly unit: string;
  readonly groupname: string;
  /** Mean cores, how far they swing (part of the mean), and how many scrapes a swing takes. */
  readonly mean: number;
  readonly swing: number;
  readonly period: number;
}

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
  ['pod', 'burstable', 'conmon', 0.9],
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
  }),
);

/** CPU-seconds of a group at its scrape number `n`: the integral of its cores from scrape 0. */
export function cpuSecondsAt({ mean, swing, period }: KnownGroup, n: number): number {
  const omega = (2 * Math.PI) / period;
  return mean * scrapeSeconds * (n + (swing * (1 - Math.cos(omega * n))) / omega);
}

/** CPU-seconds of the node's modes at scrape `n`; they sum to its capacity. */
export function modeSecondsAt(n: number): Readonly<Record<NodeCpuMode, number>> {
  const busy = knownGroups.reduce((sum, group) => sum + cpuSecondsAt(group, n), 0);
  const iowait = 0.05 * scrapeSeconds * n;
  return { busy, idle: capacity * scrapeSeconds * n - busy - iowait, iowait, steal: 0 };
}
