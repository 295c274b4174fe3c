import type { Translate } from '../../i18n/useT';
import type { Sort, SortColumn, Unit } from '../../url-state/page-state';

export const textColumns: readonly SortColumn[] = ['name', 'class'];

/** The columns that can be chosen, in their order; the name is always there. */
export const allColumns = [
  'class',
  'now',
  'average',
  'min',
  'p95',
  'max',
  'share',
  'trend',
] as const;
export type ColumnId = (typeof allColumns)[number];

function percentHead(t: Translate, column: SortColumn | ColumnId): string | undefined {
  switch (column) {
    case 'now':
      return t('% of node now');
    case 'average':
      return t('Average, % of node');
    case 'min':
      return t('Min, % of node');
    case 'p95':
      return t('95th percentile, % of node');
    case 'max':
      return t('Max, % of node');
    case 'name':
    case 'class':
    case 'share':
    case 'trend':
      return undefined;
  }
}

/** The head of a column, which names its unit. */
export function columnHead(t: Translate, column: SortColumn | ColumnId, unit: Unit): string {
  const head = unit === 'percent' ? percentHead(t, column) : undefined;
  if (head !== undefined) return head;
  switch (column) {
    case 'name':
      return t('Name');
    case 'class':
      return t('Class');
    case 'now':
      return t('Cores now');
    case 'average':
      return t('Average');
    case 'min':
      return t('Min');
    case 'p95':
      return t('95th percentile');
    case 'max':
      return t('Max');
    case 'share':
      return t('Share of busy');
    case 'trend':
      return t('Trend');
  }
}

/** Whether the table can be sorted by a column; a trend has no order. */
export function isSortable(column: SortColumn | ColumnId): column is SortColumn {
  return column !== 'trend';
}

/** Columns that sort, with their heads, in the order of the table. */
export function sortableHeads(t: Translate, unit: Unit): { column: SortColumn; head: string }[] {
  return ['name' as const, ...allColumns].flatMap((column) =>
    isSortable(column) ? [{ column, head: columnHead(t, column, unit) }] : [],
  );
}

/** A column as one first wants it: texts from A, numbers from the largest. */
export function firstSort(column: SortColumn): Sort {
  return { column, descending: !textColumns.includes(column) };
}

/** Names stay in view where the table has to scroll. */
export const stickyName = { isStickyColumn: true, stickyMinWidth: '140px' } as const;
