import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { formatMoment } from '../../format/time';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import { Cores } from '../Cores';
import type { ChartModel } from './chart-model';
import { tableMoments } from './chart-table-rows';
import { layerName } from './layer-name';

const number = 'host-processes__chart-number';

/** The chart as a table, for those who would rather read it: a moment a line, in the unit of the page. */
export function ChartTable({ model }: { model: ChartModel }) {
  const { t, language } = useT();
  const { unit } = useMeasure();
  const { stack, layers, hidden, edge, judged, startMs, endMs } = model;
  const moments = tableMoments(model);
  const shown = layers.filter(({ key }) => !hidden.includes(key));
  const span = { spanMs: endMs - startMs, stepMs: stack.stepMs };
  const title =
    unit === 'percent' ? t('CPU over time, in % of the node') : t('CPU over time, in cores');
  const orMissing = (value: number | null | undefined) => value ?? undefined;
  return (
    <>
      {/* Scrolls, and so has to be reached by the keyboard. */}
      <div
        role="region"
        tabIndex={0}
        aria-label={title}
        className="host-processes__chart-table"
        data-test="hp-chart-table"
      >
        <Table variant="compact" gridBreakPoint="" aria-label={title}>
          <Thead>
            <Tr>
              <Th modifier="nowrap">{t('Time')}</Th>
              <Th modifier="nowrap" className={number}>
                {t('Total')}
              </Th>
              {edge && (
                <Th modifier="nowrap" className={number}>
                  {judged === 'platform' ? t('Platform') : t('Host')}
                </Th>
              )}
              {shown.map((layer) => (
                <Th key={layer.key} modifier="nowrap" className={number}>
                  <bdi>{layerName(t, layer)}</bdi>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {moments.map((i) => (
              <Tr key={stack.times[i]} data-test="hp-chart-table-row">
                <Th scope="row" modifier="nowrap">
                  {formatMoment(stack.times[i] ?? 0, span, language)}
                </Th>
                <Td className={number}>
                  <Cores id="total" value={orMissing(stack.totals[i])} />
                </Td>
                {edge && (
                  <Td className={number}>
                    <Cores id="judged" value={orMissing(edge[i])} />
                  </Td>
                )}
                {shown.map(({ key, values }) => (
                  <Td key={key} className={number}>
                    <Cores id="layer" value={orMissing(values[i])} />
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
      {moments.length < stack.times.length && (
        <p className="host-processes__small">
          {t('{{shown}} of {{count}} moments. The exported CSV has all of them.', {
            count: stack.times.length,
            shown: moments.length,
          })}
        </p>
      )}
    </>
  );
}
