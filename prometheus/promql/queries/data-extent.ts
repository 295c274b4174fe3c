import { nodeCpuSeconds } from '../../../metrics/hostproc';
import {
  aggregateBy,
  extremeOverTime,
  select,
  tagged,
  timestamp,
  union,
  type Expression,
} from '../expression';
import { is } from '../matcher';
import { fineRange, lookbackMs, rangeStep } from '../resolution';
import { question } from './question';

/**
 * Parts of the answers about extent: seconds since the epoch, and a number of nodes. Data begins at the
 * earlier of `first` (the whole range in coarse steps) and `recent` (its end, scrape by scrape).
 */
export const extentParts = {
  first: 'first',
  recent: 'recent',
  last: 'last',
  nodes: 'nodes',
} as const;

/** First and last moment with data of a node in the range before the question, in these steps. */
export function extentOf(
  node: string,
  rangeMs: number,
  stepMs: number,
  scrapeIntervalMs: number,
): Expression<'part'> {
  const moments = timestamp(select(nodeCpuSeconds, { instance: is(node), mode: is('busy') }));
  const extreme = (which: 'min' | 'max', spanMs: number, everyMs: number) =>
    aggregateBy(which, [], extremeOverTime(which, moments, spanMs, everyMs));
  const recentMs = Math.min(rangeMs, fineRange(scrapeIntervalMs));
  return union<'part'>(
    tagged(extentParts.first, extreme('min', rangeMs, stepMs)),
    tagged(extentParts.recent, extreme('min', recentMs, scrapeIntervalMs)),
    // Both carry the same labels, and a union keeps the first: the exact one, where there is one.
    tagged(extentParts.last, aggregateBy('max', [], moments)),
    tagged(extentParts.last, extreme('max', rangeMs, stepMs)),
  );
}

/**
 * From when to when a node has data in the range. The beginning is at most five minutes late, a scrape
 * within the last 240; the end is exact when it lies in the five minutes before the end of the range.
 */
export const dataExtent = question({
  id: 'data-extent',
  about: 'First and last moment in the range with data of this node, in seconds since the epoch.',
  kind: 'instant',
  expression: ({ node, rangeMs, scrapeIntervalMs }) => {
    const stepMs = Math.min(rangeStep(rangeMs, scrapeIntervalMs), lookbackMs);
    return extentOf(node, rangeMs, stepMs, scrapeIntervalMs);
  },
});
