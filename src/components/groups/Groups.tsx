import {
  Pagination,
  Switch,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
  type PaginationProps,
} from '@patternfly/react-core';
import { useMemo } from 'react';
import type { Layer } from '../../../prometheus/series/over-time';
import type { Trends } from '../../../prometheus/series/trends';
import { stackRank } from '../../chart/class-colour';
import type { Asked } from '../../hooks/inquiries';
import type { ChangePage } from '../../hooks/usePageState';
import type { TableData } from '../../hooks/useTable';
import { useT } from '../../i18n/useT';
import { pageSizes, type PageState, type Sort } from '../../url-state/page-state';
import { ClassFilter } from './ClassFilter';
import { FilterChips } from './FilterChips';
import type { ColumnId } from './group-columns';
import { GroupsTable } from './GroupsTable';
import { isFiltered, noFilter, pageOf, type Filter } from './group-view';
import { NarrowSort } from './NarrowSort';
import { NoMatch } from './NoMatch';
import { SearchBox } from './SearchBox';
import { useSortedRows } from './useSortedRows';

function byRank(a: string, b: string): number {
  return stackRank(a) - stackRank(b);
}

interface GroupsProps {
  readonly data: TableData;
  readonly trends: Trends | undefined;
  /** Of the chart, for the rows' menus. */
  readonly layers: readonly Layer[];
  readonly columns: readonly ColumnId[];
  readonly asked: Asked;
  readonly page: PageState;
  readonly change: ChangePage;
}

/** Search, pages and table over all rows: sorting and searching see more than the page on show. */
export function Groups({ data, trends, layers, columns, asked, page, change }: GroupsProps) {
  const { t } = useT();
  const { sort, perPage, classes, search, platformOnly } = page;
  const sorted = useSortedRows(data, page);
  const present = useMemo(
    () => [...new Set([...data.rows.map((row) => row.class), ...classes])].sort(byRank),
    [data.rows, classes],
  );
  const shown = pageOf(sorted, page.page, perPage);
  const onFilter = (next: Partial<Filter>) => change({ ...next, page: 1 });
  const onSort = (next: Sort) => change({ sort: next, page: 1 });
  const pagination: Omit<PaginationProps, 'ref'> = {
    itemCount: sorted.length,
    page: shown.page,
    perPage,
    perPageOptions: pageSizes.map((value) => ({ title: String(value), value })),
    onSetPage: (_, next) => change({ page: next }),
    onPerPageSelect: (_, next) => {
      const size = pageSizes.find((value) => value === next);
      if (size !== undefined) change({ perPage: size, page: 1 });
    },
    titles: {
      items: '',
      ofWord: t('of'),
      page: '',
      perPageSuffix: t('per page'),
      itemsPerPage: t('Items per page'),
      optionsToggleAriaLabel: t('Items per page'),
      paginationAriaLabel: t('Pages of the table'),
      toFirstPageAriaLabel: t('First page'),
      toLastPageAriaLabel: t('Last page'),
      toNextPageAriaLabel: t('Next page'),
      toPreviousPageAriaLabel: t('Previous page'),
      currPageAriaLabel: t('Current page'),
    },
  };
  return (
    <>
      <Toolbar inset={{ default: 'insetNone' }}>
        <ToolbarContent>
          <ToolbarItem>
            <SearchBox
              search={search}
              onSearch={(text) => change({ search: text, page: 1 }, 'replace')}
            />
          </ToolbarItem>
          <ToolbarItem>
            <ClassFilter
              classes={present}
              chosen={classes}
              onChoose={(chosen) => onFilter({ classes: chosen })}
            />
          </ToolbarItem>
          <ToolbarItem alignSelf="center">
            <Switch
              id="host-processes-platform-only"
              label={t('Only platform')}
              isChecked={platformOnly}
              onChange={(_, only) => onFilter({ platformOnly: only })}
              data-test="hp-platform-only"
            />
          </ToolbarItem>
          <ToolbarItem align={{ default: 'alignEnd' }} variant="pagination">
            <Pagination {...pagination} isCompact />
          </ToolbarItem>
        </ToolbarContent>
        <FilterChips filter={page} onFilter={onFilter} />
      </Toolbar>
      <p
        className={isFiltered(page) ? 'host-processes__small' : 'host-processes__unseen'}
        aria-live="polite"
        data-test="hp-groups-count"
      >
        {t('{{count}} process groups and pods', { count: sorted.length })}
      </p>
      {sorted.length === 0 ? (
        <NoMatch clear={() => onFilter(noFilter)} />
      ) : (
        <>
          <NarrowSort sort={sort} onSort={onSort} />
          <GroupsTable
            rows={shown.rows}
            all={sorted}
            columns={columns}
            busy={data.busy}
            trends={trends}
            layers={layers}
            open={page.open}
            change={change}
            asked={asked}
            sort={sort}
            onSort={onSort}
          />
          <Pagination {...pagination} variant="bottom" isStatic />
        </>
      )}
    </>
  );
}
