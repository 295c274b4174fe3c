import { Table, Tbody, Th, Thead, Tr, type ThProps } from '@patternfly/react-table';
import type { GroupRow } from '../../../prometheus/series/group-rows';
import { useT } from '../../i18n/useT';
import type { Sort, SortColumn } from '../../url-state/page-state';
import { columnHeads, firstSort, stickyName, textColumns } from './group-columns';
import { GroupsTableRow } from './GroupsTableRow';
import { GroupsTotal } from './GroupsTotal';

interface GroupsTableProps {
  /** The page on show. */
  readonly rows: readonly GroupRow[];
  /** Every row that matches, on all pages. */
  readonly all: readonly GroupRow[];
  readonly busy: number | undefined;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** Process groups with their cores; every column sorts, numbers from the largest first. */
export function GroupsTable({ rows, all, busy, sort, onSort }: GroupsTableProps) {
  const { t } = useT();
  const heads = columnHeads(t);
  const sortOf = (column: SortColumn, columnIndex: number): NonNullable<ThProps['sort']> => ({
    columnIndex,
    sortBy: {
      index: heads.findIndex((head) => head.column === sort.column),
      direction: sort.descending ? 'desc' : 'asc',
    },
    onSort: () =>
      onSort(sort.column === column ? { column, descending: !sort.descending } : firstSort(column)),
  });
  return (
    <div className="host-processes__table">
      <Table variant="compact" aria-label={t('Process groups')} gridBreakPoint="grid-md">
        <Thead className="host-processes__table-part">
          <Tr>
            {heads.map(({ column, head }, i) => (
              <Th
                key={column}
                modifier="wrap"
                {...(column === 'name' && { width: 25, ...stickyName })}
                sort={sortOf(column, i)}
                className={textColumns.includes(column) ? '' : 'host-processes__number'}
              >
                {head}
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody className="host-processes__table-part">
          {rows.map((row) => (
            <GroupsTableRow key={row.key} row={row} busy={busy} />
          ))}
          <GroupsTotal rows={rows} all={all} busy={busy} />
        </Tbody>
      </Table>
    </div>
  );
}
