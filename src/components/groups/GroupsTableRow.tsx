import { ExpandableRowContent, Tbody, Td, Tr } from '@patternfly/react-table';
import { memo } from 'react';
import type { TableRow } from '../../../prometheus/series/table-rows';
import type { Asked } from '../../hooks/inquiries';
import { className } from '../../i18n/class-texts';
import { useT } from '../../i18n/useT';
import { Cores } from '../Cores';
import { Swatch } from '../Swatch';
import { columnCount, stickyName } from './group-columns';
import { placeOf } from './group-view';
import { RowDetails } from './RowDetails';
import { RowName } from './RowName';
import { ShareOfBusy } from './ShareOfBusy';
import { Trend } from './Trend';

const number = 'host-processes__number';

interface GroupsTableRowProps {
  readonly row: TableRow;
  readonly rowIndex: number;
  readonly busy: number | undefined;
  readonly trend: readonly (number | null)[] | undefined;
  readonly isOpen: boolean;
  readonly onToggle: (key: string) => void;
  /** What open rows ask about. */
  readonly asked: Asked;
}

/** One process group or pod, and what is behind it when it is open. */
export const GroupsTableRow = memo(function GroupsTableRow(props: GroupsTableRowProps) {
  const { row, rowIndex, busy, trend, isOpen, onToggle, asked } = props;
  const { t } = useT();
  const { key, kind, class: cpuClass, now, average, minimum, p95, maximum } = row;
  const expand = {
    rowIndex,
    isExpanded: isOpen,
    onToggle: () => onToggle(key),
    expandId: 'host-processes-row',
  };
  return (
    <Tbody className="host-processes__table-part" isExpanded={isOpen}>
      <Tr
        data-test="hp-group-row"
        data-kind={kind}
        data-group={row.name}
        data-class={cpuClass}
        data-unit={placeOf(row)}
        isContentExpanded={isOpen}
      >
        {kind === 'unsplit' ? <Td /> : <Td expand={expand} />}
        <Td dataLabel={t('Name')} {...stickyName}>
          <RowName row={row} />
        </Td>
        <Td dataLabel={t('Class')}>
          <span className="host-processes__class">
            <Swatch of={row} />
            {className(t, cpuClass)}
          </span>
        </Td>
        <Td dataLabel={t('Cores now')} className={number}>
          <Cores id="now" value={now} />
        </Td>
        <Td dataLabel={t('Average')} className={number}>
          <Cores id="average" value={average} />
        </Td>
        <Td dataLabel={t('Min')} className={number}>
          <Cores id="min" value={minimum} />
        </Td>
        <Td dataLabel={t('95th percentile')} className={number}>
          <Cores id="p95" value={p95} />
        </Td>
        <Td dataLabel={t('Max')} className={number}>
          <Cores id="max" value={maximum} />
        </Td>
        <Td dataLabel={t('Share of busy')} className={number}>
          <ShareOfBusy cpuClass={cpuClass} now={now} busy={busy} />
        </Td>
        <Td dataLabel={t('Trend')} className="host-processes__trend">
          {kind !== 'unsplit' && <Trend cpuClass={cpuClass} values={trend} />}
        </Td>
      </Tr>
      {isOpen && (
        <Tr isExpanded>
          <Td colSpan={columnCount}>
            <ExpandableRowContent>
              <RowDetails row={row} asked={asked} />
            </ExpandableRowContent>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
});
