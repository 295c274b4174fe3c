import {
  namegroupMemoryBytes,
  namegroupNumProcs,
  namegroupNumThreads,
  namegroupOldestStartTimeSeconds,
  namegroupThreadCpuSeconds,
} from '../../../metrics/namegroup';
import { always, type Course } from './clock';
import { agentOf } from './node';
import { nodes, quotedName } from './nodes';
import { seconds, type Series, type Target, value } from './series';

/** A process group as process-exporter's families tell it. */
interface Namegroup {
  readonly groupname: string;
  /** Cores by thread name; a quarter of them in the kernel. */
  readonly threads: Readonly<Record<string, Course>>;
  readonly processes: number;
  readonly threadCount: number;
  readonly residentBytes: number;
  readonly startSeconds: number;
}

function namegroupSeries(target: Target, group: Namegroup): Series[] {
  const { groupname } = group;
  const labels = { groupname };
  const gauge = (family: Parameters<typeof value>[0], number: number, more = {}) =>
    value(family, target, { ...labels, ...more }, always(number));
  return [
    ...Object.entries(group.threads).flatMap(([threadname, cores]) =>
      Object.entries({ user: 0.75, system: 0.25 }).map(([mode, part]) =>
        seconds(
          namegroupThreadCpuSeconds,
          target,
          { groupname, threadname, mode },
          { before: part * cores.before, first: part * cores.first, second: part * cores.second },
        ),
      ),
    ),
    gauge(namegroupNumProcs, group.processes),
    gauge(namegroupNumThreads, group.threadCount),
    gauge(namegroupMemoryBytes, group.residentBytes, { memtype: 'resident' }),
    gauge(namegroupMemoryBytes, 100 * group.residentBytes, { memtype: 'virtual' }),
    gauge(namegroupOldestStartTimeSeconds, group.startSeconds),
  ];
}

const quoted: Namegroup = {
  groupname: quotedName,
  threads: {
    main: { before: 0.3, first: 0.25, second: 0.15 },
    'w"\\': { before: 0.2, first: 0.125, second: 0.1 },
  },
  processes: 2,
  threadCount: 7,
  residentBytes: 5_000_000,
  startSeconds: 4321,
};

/** One more group of some threads, so that a forgotten name is seen. */
const single = (groupname: string, cores: Course): Namegroup => ({
  groupname,
  threads: { main: cores },
  processes: 1,
  threadCount: 1,
  residentBytes: 1_000_000,
  startSeconds: 1234,
});

const kubelet = single('kubelet', { before: 1, first: 0.5, second: 1 });

/** A process-exporter that still runs beside the agent, as the prototype installed it. */
const exporter: Target = {
  labels: { instance: nodes.asked.name, job: 'process-exporter', namespace: 'process-exporter' },
  every: 1,
};

/** Everything that process-exporter's families hold. */
export const namegroups: readonly Series[] = [
  ...[quoted, kubelet, single('conmon', always(1.5))].flatMap((group) =>
    namegroupSeries(agentOf(nodes.asked), group),
  ),
  ...namegroupSeries(agentOf(nodes.other), single('kubelet', always(0.75))),
  ...[quoted, kubelet].flatMap((group) => namegroupSeries(exporter, group)),
];
