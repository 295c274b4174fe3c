import { nodeCpuSeconds, nodeCpus } from '../../../metrics/hostproc';
import {
  aggregateBy,
  belowOrOne,
  dividedBy,
  maxOverTime,
  rate,
  select,
  sumBy,
  type Expression,
} from '../expression';
import { is } from '../matcher';

/** From this part of a window on, it counts as measured in full, and its rates stay as they are. */
const negligible = 0.95;

/**
 * Rates of a node over windows of this length, as means over the time that was measured. Where the agent
 * started, stopped or was away, a rate divides by the whole window and is too low: a ramp that nobody
 * used. What was measured is the CPU time of all modes together, which for each CPU runs like a clock.
 */
export function overMeasuredTime<Label extends string>(
  rates: Expression<Label>,
  node: string,
  windowMs: number,
): Expression<Label> {
  const clock = sumBy([], rate(select(nodeCpuSeconds, { instance: is(node) }), windowMs));
  const cpus = aggregateBy(
    'max',
    [],
    maxOverTime(select(nodeCpus, { instance: is(node) }), windowMs),
  );
  const part: Expression<never> = { promql: `${clock.promql} / ${cpus.promql}` };
  return dividedBy(rates, belowOrOne(part, negligible));
}
