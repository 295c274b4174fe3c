import { chart, chartParts, type ChartLayers } from '../../../prometheus/promql/queries/chart';
import { accountingPart, overview } from '../../../prometheus/promql/queries/overview';
import type { Question } from '../../../prometheus/promql/queries/question';
import {
  countUsed,
  topCounts,
  topGroupsOverTime,
  topUnitsOverTime,
} from '../../../prometheus/promql/queries/top-over-time';
import { trends } from '../../../prometheus/promql/queries/trends';
import { who } from '../../../prometheus/promql/queries/who';
import { accountScenario } from './account';
import { accountingModeScenario } from './accounting-mode';
import { groupsScenario } from './groups';
import { cpuOverTimeScenario, podsOverTimeScenario } from './over-time';
import { podKindsScenario } from './pod-kinds';
import { podsScenario } from './pods';
import { reservationScenario } from './reservation';
import { atTheEnd, part, type Row, type Scenario } from './scenario';
import { topScenarios, usedScenarios } from './top-over-time';
import { groupTrendsScenario, podTrendsScenario } from './trends';

/** What a scenario of a question answers about the node of the world at the end of its hour. */
const end = ({ asked }: Scenario): readonly Row[] => asked[0]?.answers[120] ?? [];

const endOf = (scenarios: readonly Scenario[], { id }: Question): readonly Row[] =>
  scenarios.filter((scenario) => scenario.id === id).flatMap(end);

/** All that its questions answer: in one answer none may hide what another says. */
function together(question: Question, ...rows: readonly (readonly Row[])[]): Scenario {
  return { id: question.id, asked: [atTheEnd(question, rows.flat())] };
}

function chartOf(layers: ChartLayers, withPods: boolean): Scenario {
  const { classes, podKinds, largest, used } = chartParts;
  const rows = [part(classes, end(cpuOverTimeScenario))];
  if (withPods) rows.push(part(podKinds, end(podsOverTimeScenario)));
  if (layers.by !== 'class') {
    const top = layers.by === 'unit' ? topUnitsOverTime : topGroupsOverTime;
    rows.push(part(largest, endOf(topScenarios, top(layers.top))));
    rows.push(part(used, endOf(usedScenarios, countUsed(layers.by))));
  }
  return together(chart(layers, withPods), ...rows);
}

function whoOf(withPods: boolean): Scenario {
  const question = who(withPods);
  const asked = atTheEnd(question, [
    ...end(groupsScenario),
    ...(withPods ? end(podsScenario) : []),
  ]);
  const { promql } = atTheEnd(question, [], { scrapeIntervalMs: 30_000 });
  return { id: question.id, asked: [{ ...asked, forPromtool: promql }] };
}

/** What the page's requests mean, each of several questions. */
export const requestScenarios: readonly Scenario[] = [true, false].flatMap((withPods) => [
  together(
    overview(withPods),
    end(accountScenario),
    withPods ? end(podKindsScenario) : [],
    end(reservationScenario),
    part(accountingPart, end(accountingModeScenario)),
  ),
  whoOf(withPods),
  together(trends(withPods), end(groupTrendsScenario), withPods ? end(podTrendsScenario) : []),
  chartOf({ by: 'class' }, withPods),
  ...topCounts.flatMap((top) =>
    (['unit', 'group'] as const).map((by) => chartOf({ by, top }, withPods)),
  ),
]);
