import { cpuSeconds } from '../../../metrics/hostproc';
import {
  above,
  extremeOverTime,
  orZero,
  overSubquery,
  plus,
  rate,
  select,
  sumBy,
  tagged,
  union,
  type Expression,
} from '../expression';
import { is, isNot } from '../matcher';
import { podCores } from '../pod-cores';
import { judgedWindow, nowWindow } from '../resolution';
import { overMeasuredTime } from './measured-time';
import { question, type Question } from './question';
import { reservedAmount } from './reservation';

/** What can be judged against a reservation: `platform` is `host` and infrastructure pods. */
export type Judged = 'host' | 'platform';

/** Parts of the answer: cores, and how many of the judged windows there were and were above. */
export const judgedParts = {
  now: 'now',
  average: 'average',
  p95: 'p95',
  maximum: 'maximum',
  windows: 'windows',
  windowsAbove: 'windowsAbove',
} as const;

function hostCores(node: string, windowMs: number): Expression<never> {
  const seconds = select(cpuSeconds, { instance: is(node), class: isNot('pod') });
  return overMeasuredTime(sumBy([], rate(seconds, windowMs)), node, windowMs);
}

/**
 * kubelet says how pods divide, and our class `pod` how much they used: where kubelet's rows say more,
 * because they are of slightly other moments, each gets its part of what was used.
 */
function infrastructureCores(node: string, windowMs: number): Expression<never> {
  const spanMs = Math.max(windowMs, nowWindow(0));
  const seconds = select(cpuSeconds, { instance: is(node), class: is('pod') });
  const used = overMeasuredTime(sumBy([], rate(seconds, windowMs)), node, windowMs);
  const infrastructure = sumBy([], podCores(node, spanMs, 'infrastructure'));
  const all = sumBy([], podCores(node, spanMs));
  const excess = `clamp_min(${all.promql} / (${used.promql} > 0), 1)`;
  return orZero({ promql: `(${infrastructure.promql} / ${excess})` });
}

function judgedCores(judged: Judged, node: string, windowMs: number): Expression<never> {
  const host = hostCores(node, windowMs);
  return judged === 'host' ? host : plus(host, infrastructureCores(node, windowMs));
}

/** How what is judged used CPU over the range, against the reservation of the node. */
export function judgedOverRange(judged: Judged): Question<'part'> {
  return question({
    id: `judged-${judged}`,
    about: `Cores used by the ${judged} now, their average, 95th percentile and maximum over the range in means of a minute or more, how many such means there are, and how many lie above the reservation.`,
    kind: 'instant',
    expression: ({ node, rangeMs, scrapeIntervalMs }) => {
      const windowMs = judgedWindow(rangeMs, scrapeIntervalMs);
      const means = judgedCores(judged, node, windowMs);
      const over = (reduce: 'avg' | 'count' | 'p95', what = means) =>
        overSubquery(reduce, what, rangeMs, windowMs);
      return union<'part'>(
        tagged(judgedParts.now, judgedCores(judged, node, nowWindow(scrapeIntervalMs))),
        tagged(judgedParts.average, over('avg')),
        tagged(judgedParts.p95, over('p95')),
        tagged(judgedParts.maximum, extremeOverTime('max', means, rangeMs, windowMs)),
        tagged(judgedParts.windows, over('count')),
        tagged(judgedParts.windowsAbove, over('count', above(means, reservedAmount(node)))),
      );
    },
  });
}
