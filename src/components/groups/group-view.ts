import type { GroupRow } from '../../../prometheus/series/group-rows';
import type { Sort, SortColumn } from '../../url-state/page-state';

/** Rows whose name or unit contains the text, in upper or lower case alike; all for no text. */
export function matchingRows(rows: readonly GroupRow[], search: string): readonly GroupRow[] {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted === '') return rows;
  return rows.filter(({ groupname, unit }) =>
    [groupname, unit].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
}

type Figure = 'now' | 'average' | 'minimum' | 'maximum';

const figures: Record<Exclude<SortColumn, 'name' | 'class'>, Figure> = {
  now: 'now',
  average: 'average',
  min: 'minimum',
  max: 'maximum',
  // Shares are taken of one number, so they sort as what they are shares of.
  share: 'now',
};

const compareText = new Intl.Collator(undefined, { numeric: true }).compare;

function byName(a: GroupRow, b: GroupRow): number {
  return compareText(a.groupname, b.groupname) || compareText(a.unit, b.unit);
}

/**
 * Sorted rows; `classRank` gives the place of a class. Ties go by name, and rows without a value are
 * last in both directions.
 */
export function sortedRows(
  rows: readonly GroupRow[],
  { column, descending }: Sort,
  classRank: (name: string) => number,
): readonly GroupRow[] {
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
export function coresNow(rows: readonly GroupRow[]): number {
  return rows.reduce((sum, { now = 0 }) => sum + now, 0);
}
