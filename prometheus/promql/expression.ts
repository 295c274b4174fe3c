import type { Family } from '../../metrics/family';
import { duration } from './duration';
import { matcherList, quoted, type Matcher } from './matcher';

/** Labels that Prometheus puts on every series of a target; `instance` and `node` are the node's name. */
export type TargetLabel = 'instance' | 'node' | 'namespace' | 'pod' | 'job';

/** PromQL text, and in its type the labels its result can carry. */
export interface Expression<Label extends string> {
  readonly promql: string;
  /** Only for the compiler: never set. */
  readonly label?: Label;
}

/** A bare selector: the only thing that a range may be taken of without a subquery. */
export interface Selector<Label extends string> extends Expression<Label> {
  readonly bare: true;
}

/** The series of a family. A label that the family's row lacks does not compile; target labels do. */
export function select<Label extends string>(
  family: Family<Label>,
  matchers: Partial<Record<Label | TargetLabel, Matcher>> = {},
): Selector<Label | TargetLabel> {
  return { promql: family.name + matcherList(matchers), bare: true };
}

/** Increase per second, averaged over the window that ends at the moment of the query. */
export function rate<Label extends string>(
  counter: Selector<Label>,
  windowMs: number,
): Expression<Label> {
  return { promql: `rate(${counter.promql}[${duration(windowMs)}])` };
}

/** Largest sample of the window that ends at the moment of the query. */
export function maxOverTime<Label extends string>(
  series: Selector<Label>,
  windowMs: number,
): Expression<Label> {
  return { promql: `max_over_time(${series.promql}[${duration(windowMs)}])` };
}

/**
 * Every series divided by a single number that is always there. As a scalar it is not matched with each
 * series at each moment, which would take most of the time that a question of hundreds of series takes.
 */
export function dividedBy<Label extends string>(
  expression: Expression<Label>,
  number: Expression<never>,
): Expression<Label> {
  return { promql: `(${expression.promql} / scalar(${number.promql}))` };
}

/** A single number where it is below a limit, else 1. */
export function belowOrOne(number: Expression<never>, limit: number): Expression<never> {
  return { promql: `(${number.promql} < ${limit} or vector(1))` };
}

/** When the latest sample was taken, in seconds since the epoch. */
export function timestamp<Label extends string>(series: Selector<Label>): Expression<Label> {
  return { promql: `timestamp(${series.promql})` };
}

type Aggregation = 'sum' | 'min' | 'max' | 'count';

/** One value for each combination of the labels; a single one for none. */
export function aggregateBy<Label extends string, const Kept extends Label = never>(
  aggregation: Aggregation,
  kept: readonly Kept[],
  expression: Expression<Label>,
): Expression<Kept> {
  const by = kept.length === 0 ? '' : ` by (${kept.join(', ')})`;
  return { promql: `${aggregation}${by}(${expression.promql})` };
}

/** Sum over everything but the labels: series of several targets, or of a restarted one, become one. */
export function sumBy<Label extends string, const Kept extends Label = never>(
  kept: readonly Kept[],
  expression: Expression<Label>,
): Expression<Kept> {
  return aggregateBy('sum', kept, expression);
}

/** The first of several that has a value: one series for each combination of labels. */
export function firstOf<Label extends string>(
  ...candidates: readonly Expression<Label>[]
): Expression<Label> {
  return { promql: `(${candidates.map(({ promql }) => promql).join(' or ')})` };
}

/** The series whose labels `on` are those of no series of another expression. */
export function unlessOn<Label extends string>(
  expression: Expression<Label>,
  on: readonly NoInfer<Label>[],
  others: Expression<string>,
): Expression<Label> {
  return { promql: `(${expression.promql} unless on (${on.join(', ')}) ${others.promql})` };
}

/** Series that are also among those of another expression with all the labels `on`. */
export function andOn<Label extends string>(
  expression: Expression<Label>,
  on: readonly NoInfer<Label>[],
  others: Expression<string>,
): Expression<Label> {
  return { promql: `(${expression.promql} and on (${on.join(', ')}) ${others.promql})` };
}

/** The largest few of an expression at the moment at which a range of the query ends. */
export function topOf<Label extends string>(
  count: number,
  expression: Expression<Label>,
): Expression<Label> {
  return { promql: `topk(${count}, ${expression.promql})` };
}

/** Increase of a counter over a window that ends at the end of the query, whatever the step. */
export function increaseAtEnd<Label extends string>(
  counter: Selector<Label>,
  windowMs: number,
): Expression<Label> {
  return { promql: `increase(${counter.promql}[${duration(windowMs)}] @ end())` };
}

/** 95th percentile of an expression's values over a range that is evaluated every step (a subquery). */
export function p95OverTime<Label extends string>(
  expression: Expression<Label>,
  rangeMs: number,
  stepMs: number,
): Expression<Label> {
  const subquery = `${expression.promql}[${duration(rangeMs)}:${duration(stepMs)}]`;
  return { promql: `quantile_over_time(0.95, ${subquery})` };
}

/** The series that are more than nothing. */
export function aboveZero<Label extends string>(expression: Expression<Label>): Expression<Label> {
  return { promql: `(${expression.promql} > 0)` };
}

/** Extreme of an expression over a range that is evaluated every step (a subquery). */
export function extremeOverTime<Label extends string>(
  extreme: 'min' | 'max',
  expression: Expression<Label>,
  rangeMs: number,
  stepMs: number,
): Expression<Label> {
  const subquery = `${expression.promql}[${duration(rangeMs)}:${duration(stepMs)}]`;
  return { promql: `${extreme}_over_time(${subquery})` };
}

/** The same series with one more label, of this value. */
export function labelled<Label extends string, const Added extends string>(
  label: Added,
  value: string,
  expression: Expression<Label>,
): Expression<Label | Added> {
  return { promql: `label_replace(${expression.promql}, "${label}", ${quoted(value)}, "", "")` };
}

/** The label that tells the parts of a `union` apart. */
export type PartLabel = 'part';

/** Marks all series of an expression, so that a union of several can be taken apart again. */
export function tagged<Label extends string>(
  part: string,
  expression: Expression<Label>,
): Expression<Label | PartLabel> {
  return labelled('part', part, expression);
}

/** All series of all parts in one answer; of equal label sets the first wins, so tag the parts. */
export function union<Label extends string>(
  ...parts: readonly Expression<Label>[]
): Expression<Label> {
  return { promql: parts.map(({ promql }) => promql).join('\nor\n') };
}
