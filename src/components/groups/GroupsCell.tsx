import { Td } from '@patternfly/react-table';
import type { TableRow } from '../../../prometheus/series/table-rows';
import { className } from '../../i18n/class-texts';
import { useT } from '../../i18n/useT';
import { Cores } from '../Cores';
import { Swatch } from '../Swatch';
import type { ColumnId } from './group-columns';
import { ShareOfBusy } from './ShareOfBusy';
import { Trend } from './Trend';

interface GroupsCellProps {
  readonly column: ColumnId;
  /** The head of the column, for where the table is too narrow to have heads. */
  readonly head: string;
  readonly row: TableRow;
  readonly busy: number | undefined;
  readonly trend: readonly (number | null)[] | undefined;
}

const number = 'host-processes__number';

function RowClass({ row }: { row: TableRow }) {
  const { t } = useT();
  return (
    <span className="host-processes__class">
      <Swatch of={row} />
      {className(t, row.class)}
    </span>
  );
}

/** What one column shows of a row. */
export function GroupsCell({ column, head, row, busy, trend }: GroupsCellProps) {
  const cores = (id: string, value: number | undefined) => (
    <Td dataLabel={head} className={number}>
      <Cores id={id} value={value} />
    </Td>
  );
  switch (column) {
    case 'class':
      return (
        <Td dataLabel={head}>
          <RowClass row={row} />
        </Td>
      );
    case 'now':
      return cores('now', row.now);
    case 'average':
      return cores('average', row.average);
    case 'min':
      return cores('min', row.minimum);
    case 'p95':
      return cores('p95', row.p95);
    case 'max':
      return cores('max', row.maximum);
    case 'share':
      return (
        <Td dataLabel={head} className={number}>
          <ShareOfBusy cpuClass={row.class} now={row.now} busy={busy} />
        </Td>
      );
    case 'trend':
      return (
        <Td dataLabel={head} className="host-processes__trend">
          {row.kind !== 'unsplit' && <Trend cpuClass={row.class} values={trend} />}
        </Td>
      );
  }
}
