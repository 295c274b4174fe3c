import {
  busyCpuRate,
  classCpuRate,
  closureRatio,
  groupCpuRate,
  hostCpuRate,
  namedRatio,
  preferredReservedCpus,
  reservationUsedRatio,
  unitCpuRate,
} from '../../../metrics/recorded';

/** A line of a panel: PromQL with `$node` in it, and its legend with labels as `{{label}}`. */
export interface Target {
  readonly expr: string;
  readonly legend: string;
}

export interface Panel {
  readonly title: string;
  readonly kind: 'graph' | 'number';
  readonly targets: readonly Target[];
  readonly stacked?: boolean;
  /** Shares are shown as percent, all else are CPUs. */
  readonly share?: boolean;
  /** Columns of twelve; the console draws none narrower than four. */
  readonly span: number;
}

export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** The variable that chooses nodes, and where its values come from. */
export const nodeVariable = {
  name: 'node',
  query: `label_values(${hostCpuRate.name}, instance)`,
} as const;

const ofNodes = (name: string, more = '') => `${name}{instance=~"$node"${more}}`;
const ofHost = (name: string) => ofNodes(name, ', class!="pod"');

/** What both dashboards show: recorded series only, so a month costs no more than an hour. */
export const rows: readonly Row[] = [
  {
    title: 'Nodes',
    panels: [
      {
        title: 'Busy CPUs',
        kind: 'graph',
        targets: [{ expr: ofNodes(busyCpuRate.name), legend: '{{instance}}' }],
        span: 6,
      },
      {
        title: 'CPUs used by the host (all classes but pods)',
        kind: 'graph',
        targets: [{ expr: ofNodes(hostCpuRate.name), legend: '{{instance}}' }],
        span: 6,
      },
    ],
  },
  {
    title: 'Reservation',
    panels: [
      {
        title: 'Nodes whose host exceeds its reservation',
        kind: 'number',
        targets: [
          {
            expr: `count(${ofNodes(reservationUsedRatio.name)} > 1) or vector(0)`,
            legend: '',
          },
        ],
        span: 4,
      },
      {
        title: 'Share of its reserved CPUs that the host uses',
        kind: 'graph',
        share: true,
        targets: [{ expr: ofNodes(reservationUsedRatio.name), legend: '{{instance}}' }],
        span: 4,
      },
      {
        title: 'Reserved CPUs, by where they are known from',
        kind: 'graph',
        targets: [{ expr: ofNodes(preferredReservedCpus.name), legend: '{{instance}} {{source}}' }],
        span: 4,
      },
    ],
  },
  {
    title: 'Classes',
    panels: [
      {
        title: 'CPUs by class',
        kind: 'graph',
        stacked: true,
        targets: [{ expr: `sum by (class) (${ofNodes(classCpuRate.name)})`, legend: '{{class}}' }],
        span: 12,
      },
    ],
  },
  {
    title: 'The host',
    panels: [
      {
        title: 'Top 10 process groups',
        kind: 'graph',
        targets: [
          {
            expr: `topk(10, sum by (unit, groupname) (${ofHost(groupCpuRate.name)}))`,
            legend: '{{groupname}} ({{unit}})',
          },
        ],
        span: 6,
      },
      {
        title: 'Top 10 units',
        kind: 'graph',
        targets: [
          { expr: `topk(10, sum by (unit) (${ofHost(unitCpuRate.name)}))`, legend: '{{unit}}' },
        ],
        span: 6,
      },
    ],
  },
  {
    title: 'How good the account is',
    panels: [
      {
        title: 'Closure: busy time that has an owner',
        kind: 'graph',
        share: true,
        targets: [{ expr: ofNodes(closureRatio.name), legend: '{{instance}}' }],
        span: 6,
      },
      {
        title: 'Named: time of groups that has a name',
        kind: 'graph',
        share: true,
        targets: [{ expr: ofNodes(namedRatio.name), legend: '{{instance}}' }],
        span: 6,
      },
    ],
  },
];
