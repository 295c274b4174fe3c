import { type Machine, type Phase, targetLabels, type Use } from './machine';
import { rounded, type Question, type Scenario } from './scenario';

const use = (ofClass: string, unit: string, groupname: string, cores: number): Use => ({
  class: ofClass,
  unit,
  groupname,
  cores,
});

// 2.625 cores of the host, 3 of pods. All are exact in binary.
const kernel = use('kernel', 'kworker', 'kworker', 0.25);
const uses: readonly Use[] = [
  kernel,
  use('interrupt', 'interrupts', 'interrupts', 0.125),
  use('service', 'kubelet.service', 'kubelet', 1),
  use('service', 'kubelet.service', '(exited)', 0.5),
  use('service', 'crio.service', 'crio', 0.25),
  use('service', 'crio.service', '(other)', 0.25),
  use('agent', 'host-processes-agent', 'host-processes-agent', 0.125),
  use('unattributed', '(unattributed)', '(unattributed)', 0.125),
  use('pod', 'kubepods-burstable.slice', 'conmon', 3),
];

const machine = (phases: readonly Phase[], more: Partial<Machine> = {}): Machine => ({
  node: 'node-0',
  cpus: 8,
  reserved: { 'systemd.cpu_affinity': 4 },
  phases,
  ...more,
});
const steady = machine([{ minutes: 20, uses }]);
const node0 = targetLabels('node-0');
const node1 = targetLabels('node-1');

type Row = readonly [labels: Record<string, string>, value: number];

/** What a record answers, to the sixth decimal; `round` takes its name away. */
const recorded = (
  name: string,
  atMinute: number,
  rows: readonly Row[],
  target = node0,
): Question => ({
  expr: rounded(name),
  atMinute,
  answer: rows.map(([labels, value]) => [{ ...labels, ...target }, value]),
});

const source = { source: 'systemd.cpu_affinity' };
const single = (value: number): Row[] => [[{}, value]];

/** Every record with its labels and its value. */
const everyRecord: readonly Question[] = [
  recorded('node_class:hostproc_cpu_seconds:rate', 10, [
    [{ class: 'kernel' }, 0.25],
    [{ class: 'interrupt' }, 0.125],
    [{ class: 'service' }, 2],
    [{ class: 'agent' }, 0.125],
    [{ class: 'unattributed' }, 0.125],
    [{ class: 'pod' }, 3],
  ]),
  recorded('node_class_unit:hostproc_cpu_seconds:rate', 10, [
    [{ class: 'kernel', unit: 'kworker' }, 0.25],
    [{ class: 'interrupt', unit: 'interrupts' }, 0.125],
    [{ class: 'service', unit: 'kubelet.service' }, 1.5],
    [{ class: 'service', unit: 'crio.service' }, 0.5],
    [{ class: 'agent', unit: 'host-processes-agent' }, 0.125],
    [{ class: 'unattributed', unit: '(unattributed)' }, 0.125],
    [{ class: 'pod', unit: 'kubepods-burstable.slice' }, 3],
  ]),
  recorded(
    'node_class_unit_groupname:hostproc_group_cpu_seconds:rate',
    10,
    uses.map(({ cores, ...labels }) => [labels, cores]),
  ),
  recorded('node_mode:hostproc_node_cpu_seconds:rate', 10, [
    [{ mode: 'busy' }, 5.625],
    [{ mode: 'iowait' }, 0.25],
    [{ mode: 'steal' }, 0],
    [{ mode: 'idle' }, 2.125],
  ]),
  recorded('node:hostproc_host_cpus:rate', 10, single(2.625)),
  recorded('node:hostproc_busy_cpus:rate', 10, single(5.625)),
  recorded('node:hostproc_capacity_cpus:rate', 10, single(8)),
  recorded('node:hostproc_closure:ratio', 10, single(0.977778)),
  recorded('node:hostproc_named:ratio', 10, single(0.866667)),
  recorded('namedprocess_namegroup_cpu_rate', 10, [
    [{ groupname: 'kubelet' }, 1],
    [{ groupname: 'crio' }, 0.25],
    [{ groupname: 'host-processes-agent' }, 0.125],
    [{ groupname: 'conmon' }, 3],
  ]),
  recorded('namedprocess_namegroup_thread_cpu_rate{groupname="crio"}', 10, [
    [{ groupname: 'crio', threadname: 'main' }, 0.25],
  ]),
  recorded('node:hostproc_reserved_cpus:preferred', 10, [[source, 4]]),
  recorded('node:hostproc_reservation_used:ratio', 10, [[source, 0.65625]]),
];

/** The ratios, which hold at any moment whatever happens to single scrapes. */
const ratios = (atMinute: number, target = node0): Question[] => [
  recorded('node:hostproc_closure:ratio', atMinute, single(0.977778), target),
  recorded('node:hostproc_named:ratio', atMinute, single(0.866667), target),
  recorded('node:hostproc_reservation_used:ratio', atMinute, [[source, 0.65625]], target),
];

const reservation = (name: string, more: Partial<Machine>, rows: readonly Row[]): Scenario => ({
  name: `reservation: ${name}`,
  machines: [machine([{ minutes: 20, uses }], { reserved: {}, ...more })],
  questions: [
    recorded('node:hostproc_reserved_cpus:preferred', 10, rows),
    recorded(
      'node:hostproc_reservation_used:ratio',
      10,
      rows.map(([labels, cpus]) => [labels, Math.round((2.625 / cpus) * 1e6) / 1e6]),
    ),
  ],
});

/** The rate from minute 7 to 12, around an accident in minute 8: too low for a while, by less than a third. */
const neverHigh: readonly Question[] = [
  'max_over_time(node:hostproc_host_cpus:rate[5m]) < bool 2.6251',
  'min_over_time(node:hostproc_host_cpus:rate[5m]) >= bool 2.625 * 0.66',
].map((expr) => ({ expr, atMinute: 12, answer: [[node0, 1]] }));

/** Minutes at which nothing of evaluations, scrapes and questions falls together. */
const unaligned = [7.123, 8.071, 9.513, 10.289];

export const accountScenarios: readonly Scenario[] = [
  { name: 'every record', machines: [steady], questions: everyRecord },
  {
    name: 'at unaligned moments',
    machines: [steady],
    questions: unaligned.flatMap((at) => [
      ...ratios(at),
      recorded('node:hostproc_host_cpus:rate', at, single(2.625)),
    ]),
  },
  {
    name: 'a missed scrape bends no ratio',
    machines: [
      machine([
        { minutes: 8, uses, missed: true },
        { minutes: 12, uses },
      ]),
    ],
    questions: [
      ...[7.95, 8.3, 8.55, 8.9, 9.5].flatMap((at) => ratios(at)),
      // A rate is too low while a missed scrape lies at an edge of its window, by less than a third.
      ...neverHigh,
    ],
  },
  {
    name: 'an agent that starts anew bends no ratio',
    machines: [
      machine([
        { minutes: 8, uses },
        { minutes: 12, uses, restarted: true },
      ]),
    ],
    questions: [
      ...[8.2, 8.45, 8.7, 9, 9.4, 11].flatMap((at) => ratios(at)),
      // Rates lose the scrape interval in which nobody counted, and gain nothing.
      ...neverHigh,
    ],
  },
  {
    name: 'an agent that is away leaves a gap, not zeros',
    machines: [
      machine([
        { minutes: 6, uses },
        { minutes: 6, uses, away: true },
        { minutes: 8, uses, restarted: true },
      ]),
    ],
    questions: [
      ...[
        'node:hostproc_reservation_used:ratio',
        'node:hostproc_host_cpus:rate',
        'node_class:hostproc_cpu_seconds:rate',
      ].map((expr) => ({ expr, atMinute: 11.5, answer: [] })),
      ...ratios(17),
    ],
  },
  {
    name: 'two nodes are never summed',
    machines: [
      steady,
      {
        ...machine([{ minutes: 20, uses: [kernel] }]),
        node: 'node-1',
        cpus: 2,
        reserved: {},
        allocatable: 1.5,
      },
    ],
    questions: [
      {
        expr: rounded('node:hostproc_host_cpus:rate'),
        atMinute: 10,
        answer: [
          [node0, 2.625],
          [node1, 0.25],
        ],
      },
      {
        expr: rounded('node:hostproc_reservation_used:ratio'),
        atMinute: 10,
        answer: [
          [{ ...source, ...node0 }, 0.65625],
          [{ source: 'allocatable', ...node1 }, 0.5],
        ],
      },
    ],
  },
  reservation('nobody knows', {}, []),
  reservation('nothing is reserved', { allocatable: 8 }, []),
  reservation('zero CPUs are none', { reserved: { option: 0 } }, []),
  reservation('capacity minus allocatable', { allocatable: 7.5 }, [
    [{ source: 'allocatable' }, 0.5],
  ]),
  reservation(
    'the kernel command line before allocatable',
    { allocatable: 7.5, reserved: { 'tuned.non_isolcpus': 2 } },
    [[{ source: 'tuned.non_isolcpus' }, 2]],
  ),
  reservation(
    'systemd before tuned',
    { reserved: { 'tuned.non_isolcpus': 2, 'systemd.cpu_affinity': 3 } },
    [[{ source: 'systemd.cpu_affinity' }, 3]],
  ),
  reservation(
    'the option before all',
    {
      allocatable: 7.5,
      reserved: { 'tuned.non_isolcpus': 2, 'systemd.cpu_affinity': 3, option: 6 },
    },
    [[{ source: 'option' }, 6]],
  ),
  {
    name: 'without view of processes there are no groups, and all else',
    machines: [{ ...steady, mode: 'cgroups-only' }],
    questions: [
      { expr: 'node:hostproc_named:ratio', atMinute: 10, answer: [] },
      recorded('node:hostproc_closure:ratio', 10, single(0.977778)),
      recorded('node:hostproc_reservation_used:ratio', 10, [[source, 0.65625]]),
    ],
  },
  {
    name: 'a machine that does nothing has no closure, and no NaN',
    machines: [machine([{ minutes: 20, uses: [use('pod', 'kubepods.slice', '(exited)', 0)] }])],
    questions: [
      { expr: 'node:hostproc_closure:ratio', atMinute: 10, answer: [] },
      { expr: 'node:hostproc_named:ratio', atMinute: 10, answer: [] },
    ],
  },
];
