import { ExpandableRowContent, Tbody, Td, Tr } from '@patternfly/react-table';
import { memo, useCallback, useMemo } from 'react';
import type { Layer } from '../../../prometheus/series/over-time';
import type { TableRow } from '../../../prometheus/series/table-rows';
import type { Asked } from '../../hooks/inquiries';
import { isWithin, useHighlighted, usePointing, type Highlighted } from '../../hooks/highlight';
import type { ChangePage } from '../../hooks/usePageState';
import { useT } from '../../i18n/useT';
import { stickyName, type ColumnId } from './group-columns';
import { GroupsCell } from './GroupsCell';
import { OpenRowButton } from './OpenRowButton';
import { rowIdentity } from './row-identity';
import { placeOf } from './group-view';
import { RowDetails } from './RowDetails';
import { RowMenu } from './RowMenu';
import { RowName } from './RowName';

interface GroupsTableRowProps {
  readonly row: TableRow;
  readonly columns: readonly ColumnId[];
  /** Of these columns, in the same order. */
  readonly heads: readonly string[];
  readonly busy: number | undefined;
  readonly trend: readonly (number | null)[] | undefined;
  readonly isOpen: boolean;
  readonly onToggle: (key: string) => void;
  /** What open rows ask about. */
  readonly asked: Asked;
  /** Of the chart, for the row's menu. */
  readonly layers: readonly Layer[];
  readonly change: ChangePage;
}

/** One process group or pod, and what is behind it when it is open. */
export const GroupsTableRow = memo(function GroupsTableRow(props: GroupsTableRowProps) {
  const { row, columns, heads, busy, trend, isOpen, onToggle, asked, layers, change } = props;
  const { t } = useT();
  const { key, kind, class: cpuClass } = row;
  const identity = useMemo(() => rowIdentity(row), [row]);
  const pointing = usePointing('row', identity);
  const isLit = useHighlighted(
    useCallback(
      (highlighted: Highlighted | null) =>
        highlighted !== null &&
        highlighted.from !== 'row' &&
        isWithin(identity, highlighted.identity),
      [identity],
    ),
  );
  return (
    <Tbody
      className={`host-processes__table-part${isLit ? ' host-processes__lit-row' : ''}`}
      isExpanded={isOpen}
      {...pointing}
    >
      <Tr
        data-test="hp-group-row"
        data-kind={kind}
        data-group={row.name}
        data-class={cpuClass}
        data-unit={placeOf(row)}
        isContentExpanded={isOpen}
      >
        <Td>
          {kind !== 'unsplit' && (
            <OpenRowButton name={row.name} isOpen={isOpen} onToggle={() => onToggle(key)} />
          )}
        </Td>
        <Td dataLabel={t('Name')} {...stickyName}>
          <RowName row={row} />
        </Td>
        {columns.map((column, i) => (
          <GroupsCell
            key={column}
            column={column}
            head={heads[i] ?? ''}
            row={row}
            busy={busy}
            trend={trend}
          />
        ))}
        <Td isActionCell>
          <RowMenu row={row} busy={busy} layers={layers} asked={asked} change={change} />
        </Td>
      </Tr>
      {isOpen && (
        <Tr isExpanded>
          <Td colSpan={columns.length + 3}>
            <ExpandableRowContent>
              <RowDetails row={row} asked={asked} />
            </ExpandableRowContent>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
});
