import type { Expression } from '../expression';
import { account } from './account';
import { accountingMode } from './accounting-mode';
import { cpuOverTime } from './cpu-over-time';
import { dataExtent } from './data-extent';
import { groupDetails } from './group-details';
import { groups } from './groups';
import { judgedOverRange } from './judged';
import { legacyFunctions, legacyWindow } from './legacy-windows';
import { podsInWindow } from './pod-windows';
import { pods } from './pods';
import { podsOverTime } from './pods-over-time';
import type { Question } from './question';
import { reservation } from './reservation';
import { topCounts, topGroupsOverTime, topUnitsOverTime } from './top-over-time';
import { groupTrends, podTrends } from './trends';
import { whereabouts } from './whereabouts';
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
  reservation,
  judgedOverRange('host'),
  judgedOverRange('platform'),
  cpuOverTime,
  podsOverTime,
  ...topCounts.flatMap((count): Question[] => [topUnitsOverTime(count), topGroupsOverTime(count)]),
  groups,
  pods,
  groupTrends,
  podTrends,
  groupDetails('a "quoted\\ name'),
  dataExtent,
  whereabouts,
];

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
