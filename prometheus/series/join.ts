import type { Labels, VectorSeries } from '../http-api/responses';
import type { PartLabel } from '../promql/expression';
import { sampleValue } from './sample-value';

const partLabel: PartLabel = 'part';

/** One thing of a union's answer: its labels without `part`, and its value in each part that has it. */
export interface Row {
  readonly labels: Labels;
  /** By part. A part without a value, or with NaN, is absent: never zero. */
  readonly values: Readonly<Record<string, number>>;
}

/** A key that two label sets share only if they are equal; labels can hold any character. */
function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Takes a union of tagged parts apart and joins it again: one row a label set, one value a part. */
export function joinParts(vector: readonly VectorSeries[]): Row[] {
  const rows = new Map<string, { labels: Labels; values: Record<string, number> }>();
  for (const { metric, value } of vector) {
    const { [partLabel]: part, ...labels } = metric;
    const number = sampleValue(value[1]);
    if (part === undefined || number === null) continue;
    const key = keyOf(labels);
    const row = rows.get(key) ?? { labels, values: {} };
    row.values[part] = number;
    rows.set(key, row);
  }
  return [...rows.values()];
}
