import { Th, Thead, Tr } from '@patternfly/react-table';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import type { Sort, SortColumn } from '../../url-state/page-state';
import {
  columnHead,
  firstSort,
  isSortable,
  stickyName,
  textColumns,
  type ColumnId,
} from './group-columns';

interface GroupsHeadProps {
  readonly columns: readonly ColumnId[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** The heads of the columns; all but the trend's sort. */
export function GroupsHead({ columns, sort, onSort }: GroupsHeadProps) {
  const { t } = useT();
  const { unit } = useMeasure();
  const heads = ['name' as const, ...columns];
  const sortBy = {
    index: heads.findIndex((column) => column === sort.column),
    direction: sort.descending ? ('desc' as const) : ('asc' as const),
  };
  const onSortOf = (column: SortColumn) =>
    onSort(sort.column === column ? { column, descending: !sort.descending } : firstSort(column));
  return (
    <Thead className="host-processes__table-part">
      <Tr>
        <Th modifier="wrap" screenReaderText={t('Open the row')} />
        {heads.map((column, columnIndex) =>
          isSortable(column) ? (
            <Th
              key={column}
              modifier="wrap"
              {...(column === 'name' && { width: 25, ...stickyName })}
              sort={{ columnIndex, sortBy, onSort: () => onSortOf(column) }}
              className={textColumns.includes(column) ? '' : 'host-processes__number'}
            >
              {columnHead(t, column, unit)}
            </Th>
          ) : (
            <Th key={column} className="host-processes__trend">
              {columnHead(t, column, unit)}
            </Th>
          ),
        )}
        <Th modifier="wrap" screenReaderText={t('Actions')} />
      </Tr>
    </Thead>
  );
}
