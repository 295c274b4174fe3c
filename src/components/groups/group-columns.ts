import type { Translate } from '../../i18n/useT';
import type { Sort, SortColumn } from '../../url-state/page-state';

export const textColumns: readonly SortColumn[] = ['name', 'class'];

/** Heads of the columns that sort, which name their units. */
export function columnHeads(t: Translate): { column: SortColumn; head: string }[] {
  return [
    { column: 'name', head: t('Name') },
    { column: 'class', head: t('Class') },
    { column: 'now', head: t('Cores now') },
    { column: 'average', head: t('Average') },
    { column: 'min', head: t('Min') },
    { column: 'p95', head: t('95th percentile') },
    { column: 'max', head: t('Max') },
    { column: 'share', head: t('Share of busy') },
  ];
}

/** Beside those that sort: what opens a row, and its trend. */
export const columnCount = 10;

/** A column as one first wants it: texts from A, numbers from the largest. */
export function firstSort(column: SortColumn): Sort {
  return { column, descending: !textColumns.includes(column) };
}

/** Names stay in view where the table has to scroll. */
export const stickyName = { isStickyColumn: true, stickyMinWidth: '140px' } as const;
