import type { TableRow } from '../../../prometheus/series/table-rows';
import type { CsvCell } from '../../../prometheus/series/csv-text';
import { className } from '../../i18n/class-texts';
import type { Translate } from '../../i18n/useT';
import { placeOf } from './group-view';

/** The rows as CSV lines, heads first: cores in full precision, a share as a ratio, no trends. */
export function tableLines(
  t: Translate,
  rows: readonly TableRow[],
  busy: number | undefined,
): CsvCell[][] {
  const heads = [
    t('Name'),
    t('Unit or namespace'),
    t('Class'),
    t('Cores now'),
    t('Average'),
    t('Min'),
    t('95th percentile'),
    t('Max'),
    t('Share of busy'),
  ];
  const lines = rows.map((row): CsvCell[] => [
    row.name || className(t, row.class),
    placeOf(row),
    className(t, row.class),
    row.now,
    row.average,
    row.minimum,
    row.p95,
    row.maximum,
    row.now !== undefined && busy !== undefined && busy > 0 ? row.now / busy : undefined,
  ]);
  return [heads, ...lines];
}
