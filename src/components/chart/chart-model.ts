import type { Aligned } from '../../../prometheus/series/align';
import { stackRank } from '../../chart/class-colour';
import { peakOf, stackOf, type Stack } from '../../chart/stack';
import { valueAxis, type ValueAxis } from '../../chart/value-axis';

/** Everything that the chart draws; the same object as long as the data is the same. */
export interface ChartModel {
  readonly stack: Stack;
  readonly axis: ValueAxis;
  readonly startMs: number;
  readonly endMs: number;
  /** CPUs of the node, where the line lies inside the scale. */
  readonly capacityLine?: number;
  /** CPUs of the node, for percents. */
  readonly capacity?: number;
}

/** The chart of an answer by class, in the order of every stack; classes that used nothing are left out. */
export function chartModel(aligned: Aligned, capacity: number | undefined): ChartModel {
  const inputs = aligned.series
    .map(({ labels, values }) => ({ key: labels.class ?? '', values }))
    .filter(({ values }) => values.some((value) => value !== null && value > 0))
    .sort((a, b) => stackRank(a.key) - stackRank(b.key) || a.key.localeCompare(b.key));
  const drawn =
    inputs.length > 0
      ? inputs
      : aligned.series
          .slice(0, 1)
          .map(({ labels, values }) => ({ key: labels.class ?? '', values }));
  const stack = stackOf(aligned.times, aligned.stepMs, drawn);
  const axis = valueAxis(peakOf(stack));
  return {
    stack,
    axis,
    startMs: aligned.times[0] ?? 0,
    endMs: aligned.times.at(-1) ?? 0,
    ...(capacity !== undefined && { capacity }),
    ...(capacity !== undefined && capacity <= axis.max && { capacityLine: capacity }),
  };
}
