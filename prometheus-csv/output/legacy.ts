import { stringify } from 'yaml';
import type { Format } from '../command-line/choices';
import type { Arrangement } from '../command-line/options';
import type { Labels } from '../../prometheus/http-api/responses';
import type { LegacySeries } from '../questions/ask-legacy';
import { legacyFunctions } from '../../prometheus/promql/queries/legacy-windows';
import { someOf } from '../rows/arrange';
import { csvText } from './csv';
import { tableText } from './table';

/** Whose columns: the prototype's script, or prom, its successor. */
export type Ancestor = 'prototype' | 'prom';

/** A string as Python's `repr` writes it. */
function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

/** The prototype named a row by the `repr` of its labels, prom by their values. */
export function legacyName(labels: Labels, ancestor: Ancestor): string {
  const pairs = Object.entries(labels);
  if (ancestor === 'prom') return pairs.map(([, value]) => value).join(':');
  return `{${pairs.map((pair) => pair.map(pythonString).join(': ')).join(', ')}}`;
}

/** Rows as the ancestors wrote them; unlike them, sorted as numbers, and the largest first. */
export function legacyText(
  series: readonly LegacySeries[],
  ancestor: Ancestor,
  interval: string,
  format: Format,
  { sortBy, ...some }: Pick<Arrangement, 'sortBy' | 'head' | 'tail'>,
): string {
  const key = legacyFunctions.find((name) => name === sortBy);
  const named = series.map(({ labels, figures }) => ({
    name: legacyName(labels, ancestor),
    figures,
  }));
  const byName = (a: string, b: string) => (a < b ? -1 : 1);
  const sorted = named.sort(
    (a, b) =>
      (key === undefined ? 0 : (b.figures[key] ?? -1) - (a.figures[key] ?? -1)) ||
      byName(a.name, b.name),
  );
  const rows = someOf(sorted, some);
  const columns = legacyFunctions.map((figure) => `${figure} over ${interval}`);
  const cells = rows.map(({ figures }) => legacyFunctions.map((figure) => figures[figure] ?? null));
  if (format === 'csv' || format === 'table') {
    const head = [ancestor === 'prom' ? 'uniqueId' : 'name', ...columns];
    const lines = rows.map(({ name }, i) => [name, ...(cells[i] ?? [])]);
    return format === 'csv'
      ? csvText({ columns: head, lines })
      : tableText({ about: {}, columns: head, lines });
  }
  // By index, as pandas wrote it.
  const indexed = Object.fromEntries(
    rows.map(({ name }, i) => [
      name,
      Object.fromEntries(columns.map((column, j) => [column, cells[i]?.[j] ?? null])),
    ]),
  );
  return format === 'json' ? `${JSON.stringify(indexed)}\n` : stringify(indexed);
}
