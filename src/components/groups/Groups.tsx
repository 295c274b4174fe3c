import {
  Pagination,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
  type PaginationProps,
} from '@patternfly/react-core';
import { useMemo } from 'react';
import type { GroupTableData } from '../../../prometheus/series/group-rows';
import { stackRank } from '../../chart/class-colour';
import type { ChangePage } from '../../hooks/usePageState';
import { useT } from '../../i18n/useT';
import { pageSizes, type PageState, type Sort } from '../../url-state/page-state';
import { GroupsTable } from './GroupsTable';
import { matchingRows, pageOf, sortedRows } from './group-view';
import { NarrowSort } from './NarrowSort';
import { NoMatch } from './NoMatch';
import { SearchBox } from './SearchBox';

interface GroupsProps {
  readonly data: GroupTableData;
  readonly page: PageState;
  readonly change: ChangePage;
}

/** Search, pages and table over all rows: sorting and searching see more than the page on show. */
export function Groups({ data, page, change }: GroupsProps) {
  const { t } = useT();
  const { search, sort, perPage } = page;
  const matching = useMemo(() => matchingRows(data.rows, search), [data.rows, search]);
  const sorted = useMemo(() => sortedRows(matching, sort, stackRank), [matching, sort]);
  const shown = pageOf(sorted, page.page, perPage);
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
          <ToolbarItem align={{ default: 'alignEnd' }} variant="pagination">
            <Pagination {...pagination} isCompact />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <p className="host-processes__unseen" aria-live="polite">
        {t('{{count}} process groups', { count: sorted.length })}
      </p>
      {sorted.length === 0 ? (
        <NoMatch clear={() => change({ search: '', page: 1 })} />
      ) : (
        <>
          <NarrowSort sort={sort} onSort={onSort} />
          <GroupsTable
            rows={shown.rows}
            all={sorted}
            busy={data.busy}
            sort={sort}
            onSort={onSort}
          />
          <Pagination {...pagination} variant="bottom" isStatic />
        </>
      )}
    </>
  );
}
