import { groupCpuSeconds } from '../../../metrics/hostproc';
import { rate, select, sumBy, union } from '../expression';
import { is } from '../matcher';
import { podCores } from '../pod-cores';
import { nowWindow, trendStep } from '../resolution';
import { overMeasuredTime } from './measured-time';
import { question, type Question, type Scope } from './question';

/** No moment lies between two windows, and hosts and pods have the same. */
function windowOf({ rangeMs, scrapeIntervalMs }: Scope): number {
  return Math.max(nowWindow(scrapeIntervalMs), trendStep(rangeMs, scrapeIntervalMs));
}

/** How each process group (labels `class`, `unit`, `groupname`) went, in few points. */
export const groupTrends = question({
  id: 'group-trends',
  about: 'Cores used by each process group at some forty moments of the range.',
  kind: 'range',
  expression: (scope) => {
    const seconds = select(groupCpuSeconds, { instance: is(scope.node) });
    const windowMs = windowOf(scope);
    const cores = sumBy(['class', 'unit', 'groupname'], rate(seconds, windowMs));
    return overMeasuredTime(cores, scope.node, windowMs);
  },
});

/** How each pod (labels `namespace`, `pod`) went, in few points. */
export const podTrends = question({
  id: 'pod-trends',
  about: 'Cores used by each pod at some forty moments of the range.',
  kind: 'range',
  expression: (scope) => podCores(scope.node, windowOf(scope)),
});

/** The trends of everybody who uses the CPU, in one request. */
export function trends(withPods: boolean): Question {
  return question({
    id: withPods ? 'trends' : 'trends-of-host',
    about: withPods ? `${groupTrends.about} ${podTrends.about}` : groupTrends.about,
    kind: 'range',
    expression: (scope) =>
      withPods
        ? union<string>(groupTrends.expression(scope), podTrends.expression(scope))
        : groupTrends.expression(scope),
  });
}
