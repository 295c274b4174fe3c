import { nodeVariable, type Panel, rows } from '../../../../scripts/chart/dashboards/board';
import { type Labels, type Machine, targetLabels, type Use } from './machine';
import { rounded, type Question, type Scenario } from './scenario';

const use = (ofClass: string, unit: string, groupname: string, cores: number): Use => ({
  class: ofClass,
  unit,
  groupname,
  cores,
});

// Both have four CPUs. The host of the first uses 1.25 cores, of which one is reserved; of the second 0.5.
const machines: readonly Machine[] = [
  {
    node: 'node-0',
    cpus: 4,
    reserved: { 'systemd.cpu_affinity': 1 },
    phases: [
      {
        minutes: 20,
        uses: [
          use('kernel', 'kworker', 'kworker', 0.25),
          use('service', 'kubelet.service', 'kubelet', 0.5),
          use('service', 'kubelet.service', '(exited)', 0.25),
          use('service', 'crio.service', 'crio', 0.125),
          use('unattributed', '(unattributed)', '(unattributed)', 0.125),
          use('pod', 'kubepods-burstable.slice', 'conmon', 1),
        ],
      },
    ],
  },
  {
    node: 'node-1',
    cpus: 4,
    allocatable: 3,
    phases: [
      {
        minutes: 20,
        uses: [
          use('service', 'kubelet.service', 'kubelet', 0.5),
          use('pod', 'kubepods-besteffort.slice', 'conmon', 0.5),
        ],
      },
    ],
  },
];

type Row = readonly [labels: Labels, value: number];

const node0 = targetLabels('node-0');
const node1 = targetLabels('node-1');
const group = (unit: string, groupname: string) => ({ unit, groupname });

/** What a panel shows when all nodes are chosen, and when the second is. */
interface Shown {
  readonly all: readonly Row[];
  readonly second: readonly Row[];
}

const byNode = (first: number, second: number, labels = [{}, {}]): Shown => ({
  all: [
    [{ ...labels[0], ...node0 }, first],
    [{ ...labels[1], ...node1 }, second],
  ],
  second: [[{ ...labels[1], ...node1 }, second]],
});

/** By the panel's title. */
const shown: Readonly<Record<string, Shown>> = {
  'Busy CPUs': byNode(1.25 + 1, 0.5 + 0.5),
  'CPUs used by the host (all classes but pods)': byNode(1.25, 0.5),
  'Nodes whose host exceeds its reservation': { all: [[{}, 1]], second: [[{}, 0]] },
  'Share of its reserved CPUs that the host uses': byNode(1.25 / 1, 0.5 / (4 - 3), [
    { source: 'systemd.cpu_affinity' },
    { source: 'allocatable' },
  ]),
  'Reserved CPUs, by where they are known from': byNode(1, 4 - 3, [
    { source: 'systemd.cpu_affinity' },
    { source: 'allocatable' },
  ]),
  'CPUs by class': {
    all: [
      [{ class: 'kernel' }, 0.25],
      [{ class: 'service' }, 0.5 + 0.25 + 0.125 + 0.5],
      [{ class: 'unattributed' }, 0.125],
      [{ class: 'pod' }, 1 + 0.5],
    ],
    second: [
      [{ class: 'service' }, 0.5],
      [{ class: 'pod' }, 0.5],
    ],
  },
  'Top 10 process groups': {
    all: [
      [group('kubelet.service', 'kubelet'), 0.5 + 0.5],
      [group('kubelet.service', '(exited)'), 0.25],
      [group('kworker', 'kworker'), 0.25],
      [group('crio.service', 'crio'), 0.125],
      [group('(unattributed)', '(unattributed)'), 0.125],
    ],
    second: [[group('kubelet.service', 'kubelet'), 0.5]],
  },
  'Top 10 units': {
    all: [
      [{ unit: 'kubelet.service' }, 0.5 + 0.25 + 0.5],
      [{ unit: 'kworker' }, 0.25],
      [{ unit: 'crio.service' }, 0.125],
      [{ unit: '(unattributed)' }, 0.125],
    ],
    second: [[{ unit: 'kubelet.service' }, 0.5]],
  },
  'Closure: busy time that has an owner': byNode((2.25 - 0.125) / 2.25, 1),
  'Named: time of groups that has a name': byNode((2.25 - 0.25) / 2.25, 1),
};

const panels = rows.flatMap((row) => row.panels);

/** What is asked when these nodes are chosen: both dashboards put `.+` for all of them. */
export function asked(text: string, chosen: string): string {
  return text.replaceAll(`$${nodeVariable.name}`, chosen);
}

function question({ title, targets }: Panel, chosen: string, which: keyof Shown): Question[] {
  const digits = 1e6;
  return targets.map(({ expr }) => ({
    expr: rounded(asked(expr, chosen)),
    atMinute: 10.1,
    answer: (shown[title]?.[which] ?? []).map(([labels, value]) => [
      labels,
      Math.floor(value * digits + 0.5) / digits,
    ]),
  }));
}

/** Every panel, for all nodes and for one; and the nodes to choose from. */
export const dashboardScenarios: readonly Scenario[] = [
  {
    name: 'dashboards',
    machines,
    questions: [
      ...panels.flatMap((panel) => [
        ...question(panel, '.+', 'all'),
        ...question(panel, 'node-1', 'second'),
      ]),
      {
        // As the console asks for the values of a variable.
        expr: nodeVariable.query.replace(/label_values\((.*), (.*)\)/, 'count($1) by ($2)'),
        atMinute: 10.1,
        answer: [
          [{ instance: 'node-0' }, 1],
          [{ instance: 'node-1' }, 1],
        ],
      },
    ],
  },
];

/** What every panel shows, by its title; and the labels that its legend names. */
export const panelsShown = panels.map(({ title, targets }) => ({
  title,
  rows: shown[title]?.all ?? [],
  named: targets.flatMap(({ legend }) =>
    [...legend.matchAll(/{{([a-z]+)}}/g)].map(([, label = '']) => label),
  ),
}));
