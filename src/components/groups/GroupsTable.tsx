import { Table, Tbody } from '@patternfly/react-table';
import { useCallback, useMemo } from 'react';
import type { Layer } from '../../../prometheus/series/over-time';
import type { TableRow } from '../../../prometheus/series/table-rows';
import type { Trends } from '../../../prometheus/series/trends';
import type { Asked } from '../../hooks/inquiries';
import type { ChangePage } from '../../hooks/usePageState';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import { mostOpenRows, type Sort } from '../../url-state/page-state';
import { columnHead, type ColumnId } from './group-columns';
import { GroupsHead } from './GroupsHead';
import { GroupsTableRow } from './GroupsTableRow';
import { GroupsTotal } from './GroupsTotal';

interface GroupsTableProps {
  /** The page on show. */
  readonly rows: readonly TableRow[];
  /** Every row that matches, on all pages. */
  readonly all: readonly TableRow[];
  readonly columns: readonly ColumnId[];
  readonly busy: number | undefined;
  readonly trends: Trends | undefined;
  /** Of the chart, for the rows' menus. */
  readonly layers: readonly Layer[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly open: readonly string[];
  readonly change: ChangePage;
  readonly asked: Asked;
}

/** The same object each time: rows are drawn anew only for what changed. */
const noTrend: readonly (number | null)[] = [];

/** Groups and pods with their cores; every column of numbers sorts, from the largest first. */
export function GroupsTable(props: GroupsTableProps) {
  const { rows, all, columns, busy, trends, layers, sort, onSort, open, change, asked } = props;
  const { t } = useT();
  const { unit } = useMeasure();
  const heads = useMemo(
    () => columns.map((column) => columnHead(t, column, unit)),
    [t, columns, unit],
  );
  const onToggle = useCallback(
    (key: string) => {
      const others = open.filter((one) => one !== key);
      change({
        open: others.length < open.length ? others : [...others, key].slice(-mostOpenRows),
      });
    },
    [open, change],
  );
  return (
    <div className="host-processes__table">
      <Table
        variant="compact"
        isExpandable
        aria-label={t('Process groups and pods')}
        gridBreakPoint="grid-md"
      >
        <GroupsHead columns={columns} sort={sort} onSort={onSort} />
        {rows.map((row) => (
          <GroupsTableRow
            key={row.key}
            row={row}
            columns={columns}
            heads={heads}
            busy={busy}
            trend={trends && (trends.get(row.key) ?? noTrend)}
            isOpen={open.includes(row.key)}
            onToggle={onToggle}
            asked={asked}
            layers={layers}
            change={change}
          />
        ))}
        <Tbody className="host-processes__table-part">
          <GroupsTotal rows={rows} all={all} busy={busy} columnCount={columns.length + 3} />
        </Tbody>
      </Table>
    </div>
  );
}
