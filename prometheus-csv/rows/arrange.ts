import type { SortKey } from '../command-line/choices';
import type { Arrangement } from '../command-line/options';
import { keyOf, type Row } from './row';

const figureOf = { avg: 'average', min: 'minimum', max: 'maximum', p95: 'p95' } as const;

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compare(key: SortKey, a: Row, b: Row): number {
  if (key === 'name' || key === 'node') return compareText(a[key], b[key]);
  return b[figureOf[key]] - a[figureOf[key]];
}

/** The first or last rows, where so many are asked for. */
export function someOf<T>(rows: readonly T[], { head, tail }: Pick<Arrangement, 'head' | 'tail'>) {
  if (head !== undefined) return rows.slice(0, head);
  return tail === undefined ? [...rows] : rows.slice(-tail);
}

/** Rows by the key: figures as numbers, the largest first; equal ones by what they are. */
export function arrange(
  rows: readonly Row[],
  { sortBy, ...some }: Pick<Arrangement, 'sortBy' | 'head' | 'tail'>,
): Row[] {
  const sorted = [...rows].sort((a, b) => compare(sortBy, a, b) || compareText(keyOf(a), keyOf(b)));
  return someOf(sorted, some);
}
