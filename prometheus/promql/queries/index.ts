import { account } from './account';
import { accountingMode } from './accounting-mode';
import { cpuOverTime } from './cpu-over-time';
import { dataExtent } from './data-extent';
import { groupDetails } from './group-details';
import { groups } from './groups';
import { judgedOverRange } from './judged';
import { pods } from './pods';
import { podsOverTime } from './pods-over-time';
import type { Question } from './question';
import { reservation } from './reservation';
import { topCounts, topGroupsOverTime, topUnitsOverTime } from './top-over-time';
import { groupTrends, podTrends } from './trends';
import { whereabouts } from './whereabouts';

/** Every question we put to Prometheus. Specs and promtool iterate this list and nothing else. */
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
