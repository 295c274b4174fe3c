import { Button } from '@patternfly/react-core';
import { SortAmountDownIcon, SortAmountUpIcon } from '@patternfly/react-icons';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import type { Sort } from '../../url-state/page-state';
import { Choice } from '../toolbar/Choice';
import { firstSort, sortableHeads } from './group-columns';

/** Sorts the table where it is too narrow to have heads; elsewhere it is not shown. */
export function NarrowSort({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  const { t } = useT();
  const { unit } = useMeasure();
  const heads = sortableHeads(t, unit);
  const { column, descending } = sort;
  const head = heads.find((one) => one.column === column)?.head ?? '';
  return (
    <div className="host-processes__narrow-sort">
      <Choice
        id="hp-groups-sort"
        label={t('Order of rows')}
        chosen={t('Sort by {{column}}', { column: head })}
        value={column}
        options={() => heads.map((one) => ({ value: one.column, text: one.head }))}
        onChoose={(chosen) => onSort(firstSort(chosen))}
      />
      <Button
        variant="plain"
        icon={descending ? <SortAmountDownIcon /> : <SortAmountUpIcon />}
        aria-label={
          descending ? t('Descending: reverse the order') : t('Ascending: reverse the order')
        }
        onClick={() => onSort({ column, descending: !descending })}
        data-test="hp-groups-sort-order"
      />
    </div>
  );
}
