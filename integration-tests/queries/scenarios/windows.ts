import { windowQuestions } from '../../../prometheus/promql/queries';
import { legacyWindow } from '../../../prometheus/promql/queries/legacy-windows';
import type { Window } from '../../../prometheus/promql/queries/windows';
import { nodes, quotedName } from '../known-world/nodes';
import { backup, crio, exited, jobsFrom, kubelet, kworker, unattributed } from './groups';
import { steady, web } from './pods';
import { inWindow, type Row, type Scenario } from './scenario';

const asked = nodes.asked.name;
const other = nodes.other.name;
const twoMinutes: Window = { windowMs: 120_000, nodes: [] };

/** A question of two minutes about all nodes, and about the one whose name is no regular expression. */
function ofNodes(id: string, label: 'instance' | 'node', ofAsked: Row[], ofOther: Row[]): Scenario {
  const ask = windowQuestions[id];
  if (!ask) throw new Error(`There is no question ${id} among those of windows.`);
  const of = (node: string, rows: Row[]) =>
    rows.map(([labels, value]): Row => [{ ...labels, [label]: node }, value]);
  return {
    id,
    asked: [
      inWindow(ask(twoMinutes), [...of(asked, ofAsked), ...of(other, ofOther)]),
      inWindow(ask({ ...twoMinutes, nodes: [asked] }), of(asked, ofAsked)),
    ],
  };
}

const threads: Row[] = [
  [{ groupname: quotedName, threadname: 'main' }, 0.15],
  [{ groupname: quotedName, threadname: 'w"\\' }, 0.1],
  [{ groupname: 'kubelet', threadname: 'main' }, 1],
];

/** Mean, least and most of what was recorded in the hour: 60 times 0.5 and 60 times 1. */
const rising = { avg: (60 * 0.5 + 60 * 1) / 120, min: 0.5, max: 1 } as const;

const legacy = (['avg', 'min', 'max'] as const).flatMap((figure): Scenario[] => [
  {
    id: `housekeeping ${figure}`,
    asked: [
      inWindow(legacyWindow('housekeeping', figure, 3_600_000, []), [
        [{ groupname: 'kubelet', instance: asked }, rising[figure]],
        [{ groupname: 'kubelet', instance: other }, 0.75],
      ]),
    ],
  },
  {
    id: `infra ${figure}`,
    asked: [
      inWindow(legacyWindow('infra', figure, 3_600_000, []), [
        [web, rising[figure]],
        [{ namespace: 'openshift-dns', pod: 'dns-0' }, 0.25],
      ]),
      inWindow(legacyWindow('infra', figure, 3_600_000, ['shop', 'openshift-.*']), [
        [web, rising[figure]],
      ]),
    ],
  },
]);

export const windowScenarios: readonly Scenario[] = [
  ofNodes(
    'groupsInWindow',
    'instance',
    [
      [kworker, 0.5],
      [kubelet, 1],
      [exited, 0.125],
      [crio, 0.25],
      [backup, 0],
      ...jobsFrom(1),
    ].concat([[unattributed, 0.05]]) as Row[],
    [
      [kworker, 0.25],
      [kubelet, 0.75],
    ],
  ),
  ofNodes(
    'classesInWindow',
    'instance',
    [
      [{ class: 'kernel' }, 0.5],
      [{ class: 'service' }, 1.511],
      [{ class: 'unattributed' }, 0.05],
      [{ class: 'pod' }, 1.4],
    ],
    [
      [{ class: 'kernel' }, 0.25],
      [{ class: 'service' }, 0.75],
      [{ class: 'pod' }, 0.4],
    ],
  ),
  ofNodes(
    'modesInWindow',
    'instance',
    [
      [{ mode: 'busy' }, 3.461],
      [{ mode: 'idle' }, 7 - 3.461 - 0.1],
      [{ mode: 'iowait' }, 0.1],
      [{ mode: 'steal' }, 0],
    ],
    [
      [{ mode: 'busy' }, 1.4],
      [{ mode: 'idle' }, 4 - 1.4 - 0.1],
      [{ mode: 'iowait' }, 0.1],
      [{ mode: 'steal' }, 0],
    ],
  ),
  ofNodes('cpusInWindow', 'instance', [[{}, 7]], [[{}, 4]]),
  ofNodes('threadsInWindow', 'instance', threads, [
    [{ groupname: 'kubelet', threadname: 'main' }, 0.75],
  ]),
  ofNodes(
    'podsInWindow',
    'node',
    [[web, 0.75], ...steady],
    [[{ namespace: 'shop', pod: 'db-0' }, 0.4]],
  ),
  ofNodes(
    'reservedInWindow',
    'instance',
    [
      [{ source: 'systemd.cpu_affinity' }, 2],
      [{ source: 'tuned.non_isolcpus' }, 3],
    ],
    [],
  ),
  ofNodes('allocatableInWindow', 'instance', [[{}, 6]], []),
  ofNodes('capacityStated', 'node', [[{}, 8]], [[{}, 4]]),
  ofNodes('allocatableStated', 'node', [[{}, 5.5]], [[{}, 3.5]]),
  ...legacy,
];
