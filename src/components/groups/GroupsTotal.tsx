import { Td, Tr } from '@patternfly/react-table';
import type { TableRow } from '../../../prometheus/series/table-rows';
import { formatUsage } from '../../format/usage';
import { useMeasure } from '../../hooks/measure';
import { useT, type Translate } from '../../i18n/useT';
import { coresNow } from './group-view';

interface GroupsTotalProps {
  readonly rows: readonly TableRow[];
  readonly all: readonly TableRow[];
  readonly busy: number | undefined;
  readonly columnCount: number;
}

function sumsText(
  t: Translate,
  sums: { readonly shown: string; readonly all: string },
  busy: string | undefined,
  unit: 'cores' | 'percent',
): string {
  if (unit === 'percent') {
    return busy === undefined
      ? t('Shown rows {{shown}}, all rows {{all}} of the node', sums)
      : t('Shown rows {{shown}}, all rows {{all}}, busy {{busy}} of the node', { ...sums, busy });
  }
  return busy === undefined
    ? t('Shown rows {{shown}}, all rows {{all}} cores', sums)
    : t('Shown rows {{shown}}, all rows {{all}}, node busy {{busy}} cores', { ...sums, busy });
}

/** What the table adds up to, beside what the node used. */
export function GroupsTotal({ rows, all, busy, columnCount }: GroupsTotalProps) {
  const { t, language } = useT();
  const measure = useMeasure();
  const inUnit = (value: number) => formatUsage(value, measure, language);
  const sums = { shown: inUnit(coresNow(rows)), all: inUnit(coresNow(all)) };
  return (
    <Tr className="host-processes__total" data-test="hp-groups-total">
      <Td colSpan={columnCount}>
        {sumsText(t, sums, busy === undefined ? undefined : inUnit(busy), measure.unit)}
      </Td>
    </Tr>
  );
}
