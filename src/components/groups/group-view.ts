import { isPlatformClass } from '../../../prometheus/series/display-class';
import { sumOfFigure, type Figures } from '../../../prometheus/series/figures';
import type { TableRow } from '../../../prometheus/series/table-rows';
import type { PageState, Sort, SortColumn } from '../../url-state/page-state';

/** Where a row belongs, as its second line says: a group's unit, a pod's namespace. */
export function placeOf(row: TableRow): string {
  switch (row.kind) {
    case 'group':
      return row.unit;
    case 'pod':
      return row.namespace;
    case 'unsplit':
      return '';
  }
}

/** What the table is narrowed down to. */
export type Filter = Pick<PageState, 'search' | 'classes' | 'platformOnly'>;

/** Nothing is left out. */
export const noFilter: Filter = { search: '', classes: [], platformOnly: false };

/** Whether a filter may leave something out. */
export function isFiltered({ search, classes, platformOnly }: Filter): boolean {
  return search.trim() !== '' || classes.length > 0 || platformOnly;
}

/**
 * Rows of these classes, or of the platform alone, whose name, unit or namespace contains the text, in
 * upper or lower case alike.
 */
export function matchingRows(rows: readonly TableRow[], filter: Filter): readonly TableRow[] {
  if (!isFiltered(filter)) return rows;
  const { search, classes, platformOnly } = filter;
  const wanted = search.trim().toLocaleLowerCase();
  return rows.filter(
    (row) =>
      (classes.length === 0 || classes.includes(row.class)) &&
      (!platformOnly || isPlatformClass(row.class)) &&
      [row.name, placeOf(row)].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
}

const figures: Record<Exclude<SortColumn, 'name' | 'class'>, keyof Figures> = {
  now: 'now',
  average: 'average',
  min: 'minimum',
  max: 'maximum',
  p95: 'p95',
  // Shares are taken of one number, so they sort as what they are shares of.
  share: 'now',
};

const compareText = new Intl.Collator(undefined, { numeric: true }).compare;

function byName(a: TableRow, b: TableRow): number {
  return compareText(a.name, b.name) || compareText(placeOf(a), placeOf(b));
}

/**
 * Sorted rows; `classRank` gives the place of a class. Ties go by name, and rows without a value are
 * last in both directions.
 */
export function sortedRows(
  rows: readonly TableRow[],
  { column, descending }: Sort,
  classRank: (name: string) => number,
): readonly TableRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (column === 'name') return sign * byName(a, b);
    if (column === 'class') {
      return sign * (classRank(a.class) - classRank(b.class)) || byName(a, b);
    }
    const [x, y] = [a[figures[column]], b[figures[column]]];
    if (x === undefined || y === undefined) {
      return Number(x === undefined) - Number(y === undefined) || byName(a, b);
    }
    return sign * (x - y) || byName(a, b);
  });
}

/** One page of rows; the last page when there are not so many. */
export function pageOf<Row>(
  rows: readonly Row[],
  page: number,
  perPage: number,
): { rows: readonly Row[]; page: number } {
  const lastPage = Math.max(1, Math.ceil(rows.length / perPage));
  const shown = Math.min(page, lastPage);
  return { rows: rows.slice((shown - 1) * perPage, shown * perPage), page: shown };
}

/** Cores of the rows together, now; rows without a value count as nothing. */
export function coresNow(rows: readonly TableRow[]): number {
  return sumOfFigure(rows, 'now');
}
