import { accountingMode, accountingModes, buildInfo } from '../../../metrics/agent';
import {
  allocatableCpus,
  cpuSeconds,
  groupCpuSeconds,
  nodeCpus,
  nodeCpuSeconds,
  reservedCpus,
} from '../../../metrics/hostproc';
import { always, type Course } from './clock';
import { seconds, type Series, type Target, value } from './series';

/** A process group and its cores. */
export interface Use {
  readonly class: string;
  readonly unit: string;
  readonly groupname: string;
  readonly cores: Course;
}

/** A node as its agent sees it. */
export interface Node {
  readonly name: string;
  readonly cpus: Course;
  readonly uses: readonly Use[];
  /** 1 for the mode in use. */
  readonly modes: Readonly<Record<(typeof accountingModes)[number], Course>>;
  readonly allocatable?: Course;
  readonly reserved?: Readonly<Record<string, number>>;
  readonly lives?: readonly [number, number];
  readonly restarts?: boolean;
}

/** How the chart's ServiceMonitor leaves an agent's series. */
export function agentOf({ name, lives, restarts }: Node): Target {
  return {
    labels: { instance: name, node: name, job: 'host-processes', namespace: 'host-processes' },
    every: 1,
    ...(lives && { lives }),
    ...(restarts !== undefined && { restarts }),
  };
}

/** Cores that wait for I/O, on every node. */
const iowait = 0.1;

/** Everything that the agent of a node exposes, but process-exporter's families. */
export function nodeSeries(node: Node): Series[] {
  const agent = agentOf(node);
  const busy = sumOf(node.uses.map(({ cores }) => cores));
  const modes = {
    busy,
    idle: combine([node.cpus, busy], ([cpus = 0, used = 0]) => cpus - used - iowait),
    iowait: always(iowait),
    steal: always(0),
  };
  return [
    ...node.uses.map(({ cores, ...labels }) => seconds(groupCpuSeconds, agent, labels, cores)),
    ...unitsOf(node.uses).map(([labels, cores]) => seconds(cpuSeconds, agent, labels, cores)),
    ...Object.entries(modes).map(([mode, cores]) =>
      seconds(nodeCpuSeconds, agent, { mode }, cores),
    ),
    value(nodeCpus, agent, {}, node.cpus),
    value(buildInfo, agent, { version: '0.1.0' }, always(1)),
    ...accountingModes.map((mode) => value(accountingMode, agent, { mode }, node.modes[mode])),
    ...(node.allocatable ? [value(allocatableCpus, agent, {}, node.allocatable)] : []),
    ...Object.entries(node.reserved ?? {}).map(([source, cpus]) =>
      value(reservedCpus, agent, { source }, always(cpus)),
    ),
  ];
}

function unitsOf(uses: readonly Use[]) {
  const keys = new Map(
    uses.map(({ class: ofClass, unit }) => [`${ofClass} ${unit}`, { class: ofClass, unit }]),
  );
  return [...keys.values()].map((labels) => {
    const members = uses.filter((use) => use.class === labels.class && use.unit === labels.unit);
    return [labels, sumOf(members.map(({ cores }) => cores))] as const;
  });
}

function sumOf(courses: readonly Course[]): Course {
  return combine(courses, (values) => values.reduce((sum, one) => sum + one, 0));
}

function combine(courses: readonly Course[], by: (values: readonly number[]) => number): Course {
  const of = (pick: (course: Course) => number) => by(courses.map(pick));
  return {
    before: of(({ before }) => before),
    first: of(({ first }) => first),
    second: of(({ second }) => second),
    burst: of(({ second, burst = second }) => burst),
    last: of(({ second, last = second }) => last),
  };
}
