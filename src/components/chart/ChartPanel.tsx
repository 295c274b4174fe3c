import { lazy, Suspense, useMemo } from 'react';
import type { Aligned } from '../../../prometheus/series/align';
import { formatDuration } from '../../format/duration';
import type { PanelState } from '../../hooks/panel-state';
import { useT } from '../../i18n/useT';
import { Panel } from '../Panel';
import { Loading } from '../states/Loading';
import type { StateContext } from '../states/HindranceState';
import { ChartLegend } from './ChartLegend';
import { chartModel } from './chart-model';

// The chart library is most of the plugin: account and table appear without waiting for it.
const UsageChart = lazy(() =>
  import('./UsageChart').then(({ UsageChart: component }) => ({ default: component })),
);

const chartHeight = '300px';

function Content({ aligned, capacity }: { aligned: Aligned; capacity: number | undefined }) {
  const { t } = useT();
  const model = useMemo(() => chartModel(aligned, capacity), [aligned, capacity]);
  return (
    <>
      <Suspense fallback={<Loading panel={t('CPU over time')} height={chartHeight} />}>
        <UsageChart model={model} />
      </Suspense>
      <ChartLegend keys={model.stack.inputs.map(({ key }) => key)} />
    </>
  );
}

interface ChartPanelProps {
  readonly state: PanelState<Aligned>;
  /** What each point averages over, in milliseconds. */
  readonly windowMs: number;
  readonly capacity: number | undefined;
  readonly context: Omit<StateContext, 'panel' | 'height'>;
}

/** How each class used CPU through the range, as stacked areas. */
export function ChartPanel({ state, windowMs, capacity, context }: ChartPanelProps) {
  const { t, language } = useT();
  return (
    <Panel
      id="hp-chart"
      title={t('CPU over time')}
      subtitle={t('Cores, average per {{duration}}', {
        duration: formatDuration(windowMs, language),
      })}
      state={state}
      context={context}
      height="345px"
    >
      {(aligned) => <Content aligned={aligned} capacity={capacity} />}
    </Panel>
  );
}
