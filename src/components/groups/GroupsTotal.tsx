import { Td, Tr } from '@patternfly/react-table';
import type { TableRow } from '../../../prometheus/series/table-rows';
import { formatCores } from '../../format/cores';
import { useT } from '../../i18n/useT';
import { coresNow } from './group-view';

interface GroupsTotalProps {
  readonly rows: readonly TableRow[];
  readonly all: readonly TableRow[];
  readonly busy: number | undefined;
  readonly columnCount: number;
}

/** What the table adds up to, beside what the node used. */
export function GroupsTotal({ rows, all, busy, columnCount }: GroupsTotalProps) {
  const { t, language } = useT();
  const cores = (value: number) => formatCores(value, language);
  const sums = { shown: cores(coresNow(rows)), all: cores(coresNow(all)) };
  return (
    <Tr className="host-processes__total" data-test="hp-groups-total">
      <Td colSpan={columnCount}>
        {busy === undefined
          ? t('Shown rows {{shown}}, all rows {{all}} cores', sums)
          : t('Shown rows {{shown}}, all rows {{all}}, node busy {{busy}} cores', {
              ...sums,
              busy: cores(busy),
            })}
      </Td>
    </Tr>
  );
}
