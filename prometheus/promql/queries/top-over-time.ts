import { cpuSeconds, groupCpuSeconds } from '../../../metrics/hostproc';
import {
  aboveZero,
  aggregateBy,
  andOn,
  increaseAtEnd,
  rate,
  select,
  sumBy,
  topOf,
} from '../expression';
import { is, isNot } from '../matcher';
import { stepWindow } from '../resolution';
import { overMeasuredTime } from './measured-time';
import { question, type Question } from './question';

/** How many of the largest a chart shows. */
export const topCounts = [5, 10, 15] as const;
export type TopCount = (typeof topCounts)[number];

/** What is ranked. */
export type Ranked = 'unit' | 'group';

// Pods are not ranked: their units say only how much they were promised, and kubelet splits them.
const hostOf = (node: string) => ({ instance: is(node), class: isNot('pod') });

/** The units of the host (labels `class`, `unit`) that used most CPU in the whole range. */
export function topUnitsOverTime(count: TopCount): Question<'class' | 'unit'> {
  return question({
    id: `top-${count}-units-over-time`,
    about: `Cores used by the ${count} largest units of the host at every step of the range.`,
    kind: 'range',
    expression: ({ node, rangeMs, scrapeIntervalMs }) => {
      const labels = ['class', 'unit'] as const;
      const seconds = select(cpuSeconds, hostOf(node));
      const windowMs = stepWindow(rangeMs, scrapeIntervalMs);
      const cores = overMeasuredTime(sumBy(labels, rate(seconds, windowMs)), node, windowMs);
      const largest = topOf(count, sumBy(labels, increaseAtEnd(seconds, rangeMs)));
      return andOn(cores, labels, largest);
    },
  });
}

/** The process groups of the host (labels `class`, `unit`, `groupname`) that used most CPU. */
export function topGroupsOverTime(count: TopCount): Question<'class' | 'unit' | 'groupname'> {
  return question({
    id: `top-${count}-groups-over-time`,
    about: `Cores used by the ${count} largest process groups of the host at every step of the range.`,
    kind: 'range',
    expression: ({ node, rangeMs, scrapeIntervalMs }) => {
      const labels = ['class', 'unit', 'groupname'] as const;
      const seconds = select(groupCpuSeconds, hostOf(node));
      const windowMs = stepWindow(rangeMs, scrapeIntervalMs);
      const cores = overMeasuredTime(sumBy(labels, rate(seconds, windowMs)), node, windowMs);
      const largest = topOf(count, sumBy(labels, increaseAtEnd(seconds, rangeMs)));
      return andOn(cores, labels, largest);
    },
  });
}

/** How many units or groups of the host used anything in the whole range. */
export function countUsed(ranked: Ranked): Question<never> {
  return question({
    id: `used-${ranked}s`,
    kind: 'range',
    about: `How many ${ranked}s of the host used anything in the range.`,
    expression: ({ node, rangeMs }) => {
      const host = hostOf(node);
      const used =
        ranked === 'unit'
          ? sumBy(['class', 'unit'], increaseAtEnd(select(cpuSeconds, host), rangeMs))
          : sumBy(
              ['class', 'unit', 'groupname'],
              increaseAtEnd(select(groupCpuSeconds, host), rangeMs),
            );
      return aggregateBy('count', [], aboveZero(used));
    },
  });
}
