import { tagged, union } from '../expression';
import { cpuOverTime } from './cpu-over-time';
import { podsOverTime } from './pods-over-time';
import { question, type Question } from './question';
import {
  countUsed,
  topGroupsOverTime,
  topUnitsOverTime,
  type TopCount,
  type Ranked,
} from './top-over-time';

/** What the layers of a chart are; of units and groups only the largest are told apart. */
export type ChartLayers =
  { readonly by: 'class' } | { readonly by: Ranked; readonly top: TopCount };

/** Parts of the answer; `used` counts the units or groups that used anything in the range. */
export const chartParts = {
  classes: 'classes',
  podKinds: 'podKinds',
  largest: 'largest',
  used: 'used',
} as const;

/** All layers of a chart through the range, in one request. */
export function chart(layers: ChartLayers, withPods: boolean): Question {
  const largest = layers.by === 'class' ? undefined : largestOf(layers.by, layers.top);
  const parts: readonly (readonly [string, Question])[] = [
    [chartParts.classes, cpuOverTime],
    ...(withPods ? [[chartParts.podKinds, podsOverTime] as const] : []),
    ...(largest ? [[chartParts.largest, largest] as const] : []),
    ...(layers.by === 'class' ? [] : [[chartParts.used, countUsed(layers.by)] as const]),
  ];
  const choice = layers.by === 'class' ? 'class' : `${layers.by}-${layers.top}`;
  return question({
    id: `chart-${choice}${withPods ? '' : '-of-host'}`,
    about: parts.map(([, { about }]) => about).join(' '),
    kind: 'range',
    expression: (scope) =>
      union<string>(...parts.map(([part, { expression }]) => tagged(part, expression(scope)))),
  });
}

function largestOf(by: Ranked, top: TopCount): Question {
  return by === 'unit' ? topUnitsOverTime(top) : topGroupsOverTime(top);
}
