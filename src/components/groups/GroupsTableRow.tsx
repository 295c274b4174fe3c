import { Td, Tr } from '@patternfly/react-table';
import { memo } from 'react';
import type { GroupRow } from '../../../prometheus/series/group-rows';
import { className } from '../../i18n/class-texts';
import { useT } from '../../i18n/useT';
import { Cores } from '../Cores';
import { Swatch } from '../Swatch';
import { stickyName } from './group-columns';
import { GroupName } from './GroupName';
import { ShareOfBusy } from './ShareOfBusy';

const number = 'host-processes__number';

/** One process group. */
export const GroupsTableRow = memo(function GroupsTableRow({
  row,
  busy,
}: {
  row: GroupRow;
  busy: number | undefined;
}) {
  const { t } = useT();
  const { groupname, class: cpuClass, unit, now, average, minimum, maximum } = row;
  return (
    <Tr data-test="hp-group-row" data-group={groupname} data-class={cpuClass} data-unit={unit}>
      <Td dataLabel={t('Name')} {...stickyName}>
        <GroupName groupname={groupname} unit={unit} />
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
      <Td dataLabel={t('Max')} className={number}>
        <Cores id="max" value={maximum} />
      </Td>
      <Td dataLabel={t('Share of busy')} className={number}>
        <ShareOfBusy cpuClass={cpuClass} now={now} busy={busy} />
      </Td>
    </Tr>
  );
});
