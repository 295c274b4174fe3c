import { Td } from '@patternfly/react-table';
import type { TableRow } from '../../../prometheus/series/table-rows';
import { className } from '../../i18n/class-texts';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import { Cores } from '../Cores';
import { Swatch } from '../Swatch';
import { columnHead, type ColumnId } from './group-columns';
import { ShareOfBusy } from './ShareOfBusy';
import { Trend } from './Trend';

interface GroupsCellProps {
  readonly column: ColumnId;
  readonly row: TableRow;
  readonly busy: number | undefined;
  readonly trend: readonly (number | null)[] | undefined;
}

const number = 'host-processes__number';

/** What one column shows of a row. */
export function GroupsCell({ column, row, busy, trend }: GroupsCellProps) {
  const { t } = useT();
  const { unit } = useMeasure();
  const dataLabel = columnHead(t, column, unit);
  const cores = (id: string, value: number | undefined) => (
    <Td dataLabel={dataLabel} className={number}>
      <Cores id={id} value={value} />
    </Td>
  );
  switch (column) {
    case 'class':
      return (
        <Td dataLabel={dataLabel}>
          <span className="host-processes__class">
            <Swatch of={row} />
            {className(t, row.class)}
          </span>
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
        <Td dataLabel={dataLabel} className={number}>
          <ShareOfBusy cpuClass={row.class} now={row.now} busy={busy} />
        </Td>
      );
    case 'trend':
      return (
        <Td dataLabel={dataLabel} className="host-processes__trend">
          {row.kind !== 'unsplit' && <Trend cpuClass={row.class} values={trend} />}
        </Td>
      );
  }
}
