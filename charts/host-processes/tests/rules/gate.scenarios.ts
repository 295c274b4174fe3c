import { type Phase, seriesText } from './machine';
import { rounded, type Scenario, type Settings } from './scenario';

// The release gate that exists for the prototype: the most that host and pods used together in a duration.

const gate = (duration: string) =>
  `max_over_time((sum(namedprocess_namegroup_cpu_rate{groupname!~"conmon"}) + sum(pod:container_cpu_usage:sum))[${duration}:30s])`;

const host = (crio: number): Omit<Phase, 'minutes'> => ({
  uses: [
    { class: 'service', unit: 'kubelet.service', groupname: 'kubelet', cores: 0.5 },
    { class: 'service', unit: 'crio.service', groupname: 'crio', cores: crio },
    // Kernel threads are in no group of the prototype, and pods are conmon: neither is counted here.
    { class: 'kernel', unit: 'kworker', groupname: 'kworker', cores: 0.25 },
    { class: 'pod', unit: 'kubepods.slice', groupname: 'conmon', cores: 2 },
  ],
});

/** Idle for 15 minutes, then pods are launched for 10, then steady, as the gate's scenarios are run. */
export function gateScenarios({ scrapeSeconds }: Settings): Scenario[] {
  const phases: Phase[] = [
    { minutes: 15, ...host(0.125) },
    { minutes: 5, ...host(1.5) },
    { minutes: 5, ...host(1.5), restarted: true },
    { minutes: 20, ...host(0.25), missed: true },
    { minutes: 15, ...host(0.25) },
  ];
  const scrapes = (minutes: number) => Math.round((minutes * 60) / scrapeSeconds);
  // Of the platform, in its own namespace: no rule of ours may use it, the gate does.
  const pod = (name: string, cores: number) => ({
    series: seriesText('pod:container_cpu_usage:sum', { namespace: 'openshift-dns', pod: name }),
    values: `${cores}x${scrapes(60)}`,
  });
  const others = [pod('dns-default-a', 0.25), pod('dns-default-b', 0.125)];
  const answer = (value: number) => [[{}, value] as const];
  return [
    {
      name: 'release gate',
      machines: [{ node: 'node-0', cpus: 8, phases }],
      others,
      questions: [
        { expr: rounded(gate('10m')), atMinute: 14.6, answer: answer(0.5 + 0.125 + 0.375) },
        { expr: rounded(gate('15m')), atMinute: 29.3, answer: answer(0.5 + 1.5 + 0.375) },
        { expr: rounded(gate('10m')), atMinute: 58.9, answer: answer(0.5 + 0.25 + 0.375) },
      ],
    },
  ];
}
