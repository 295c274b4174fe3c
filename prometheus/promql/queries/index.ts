import type { Expression } from '../expression';
import { account } from './account';
import { accountingMode } from './accounting-mode';
import { chart, type ChartLayers } from './chart';
import { cpuOverTime } from './cpu-over-time';
import { dataExtent } from './data-extent';
import { groupDetails } from './group-details';
import { groups } from './groups';
import { judgedOverRange } from './judged';
import { legacyFunctions, legacyWindow } from './legacy-windows';
import { overview } from './overview';
import { oneGroup, onePod } from './one-row';
import { podKindsNow } from './pod-kinds';
import { podsInWindow } from './pod-windows';
import { pods } from './pods';
import { podsOverTime } from './pods-over-time';
import type { Question } from './question';
import { reservation } from './reservation';
import { countUsed, topCounts, topGroupsOverTime, topUnitsOverTime } from './top-over-time';
import { groupTrends, podTrends, trends } from './trends';
import { whereabouts } from './whereabouts';
import { who } from './who';
import {
  allocatableInWindow,
  classesInWindow,
  cpusInWindow,
  groupsInWindow,
  modesInWindow,
  reservedInWindow,
  statedInWindow,
  threadsInWindow,
  type Window,
} from './windows';

/** Every question of the page. With those of windows these are all; specs and promtool iterate both. */
export const questions: readonly Question[] = [
  account,
  accountingMode,
  podKindsNow,
  reservation,
  judgedOverRange(false),
  judgedOverRange(true),
  cpuOverTime,
  podsOverTime,
  ...topCounts.flatMap((count): Question[] => [topUnitsOverTime(count), topGroupsOverTime(count)]),
  countUsed('unit'),
  countUsed('group'),
  groups,
  pods,
  groupTrends,
  podTrends,
  groupDetails('a "quoted\\ name'),
  oneGroup({ class: 'service', unit: 'a "quoted\\ unit', groupname: 'a "quoted\\ name' }),
  onePod('a "quoted\\ namespace', 'a "quoted\\ pod'),
  dataExtent,
  whereabouts,
];

const layers: readonly ChartLayers[] = [
  { by: 'class' },
  ...topCounts.flatMap((top): ChartLayers[] => [
    { by: 'unit', top },
    { by: 'group', top },
  ]),
];

/** The questions as the page puts them: several in one request, with kubelet's series and without. */
export const requests: readonly Question[] = [true, false].flatMap((withPods): Question[] => [
  overview(withPods),
  who(withPods),
  trends(withPods),
  ...layers.map((choice) => chart(choice, withPods)),
]);

type WindowQuestion = (window: Window) => Expression<string>;

/** Every question that the command puts window by window, by name. */
export const windowQuestions: Readonly<Record<string, WindowQuestion>> = {
  groupsInWindow,
  classesInWindow,
  modesInWindow,
  cpusInWindow,
  threadsInWindow,
  podsInWindow,
  reservedInWindow,
  allocatableInWindow,
  capacityStated: (window) => statedInWindow('capacity', window),
  allocatableStated: (window) => statedInWindow('allocatable', window),
  ...Object.fromEntries(
    legacyFunctions.flatMap((figure) =>
      (['housekeeping', 'infra'] as const).map((metric): [string, WindowQuestion] => [
        `${metric} ${figure}`,
        ({ windowMs }) => legacyWindow(metric, figure, windowMs, []),
      ]),
    ),
  ),
};
