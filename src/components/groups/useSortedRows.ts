import { useMemo } from 'react';
import type { TableRow } from '../../../prometheus/series/table-rows';
import { stackRank } from '../../chart/class-colour';
import type { TableData } from '../../hooks/useTable';
import type { PageState } from '../../url-state/page-state';
import { matchingRows, sortedRows, type Filter } from './group-view';

/** The rows as the page filters and sorts them: what the table shows and what it exports. */
export function useSortedRows(
  { rows }: TableData,
  { search, classes, platformOnly, sort }: Filter & Pick<PageState, 'sort'>,
): readonly TableRow[] {
  const matching = useMemo(
    () => matchingRows(rows, { search, classes, platformOnly }),
    [rows, search, classes, platformOnly],
  );
  return useMemo(() => sortedRows(matching, sort, stackRank), [matching, sort]);
}
