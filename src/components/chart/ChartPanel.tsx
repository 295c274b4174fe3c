import { Button } from '@patternfly/react-core';
import { memo, useMemo, useState } from 'react';
import type { OverTime } from '../../../prometheus/series/over-time';
import { formatDuration } from '../../format/duration';
import { formatUsage, type Measure } from '../../format/usage';
import type { Asked } from '../../hooks/inquiries';
import { useMeasure } from '../../hooks/measure';
import type { PanelState } from '../../hooks/panel-state';
import type { ChangePage } from '../../hooks/usePageState';
import { useT, type Translate } from '../../i18n/useT';
import type { PageState } from '../../url-state/page-state';
import { Panel } from '../Panel';
import type { StateContext } from '../states/HindranceState';
import { ChartActions } from './ChartActions';
import { ChartLegend } from './ChartLegend';
import { ChartStatus } from './ChartStatus';
import { ChartTable } from './ChartTable';
import { useChartMoves } from './chart-moves';
import { chartModel, type ChartLimits } from './chart-model';
import { KeyboardHelp } from './KeyboardHelp';
import { LayerChoice } from './LayerChoice';
import { UsageChart } from './UsageChart';
import './chart.css';

function aboveText(t: Translate, cpus: number, measure: Measure, language: string): string {
  const reserved = formatUsage(cpus, measure, language);
  return measure.unit === 'percent'
    ? t('Reserved {{percent}} of the node lies above this scale', { percent: reserved })
    : t('Reserved {{cpus}} cores lies above this scale', { count: cpus, cpus: reserved });
}

interface ContentProps {
  readonly data: OverTime;
  readonly limits: ChartLimits;
  readonly page: PageState;
  readonly change: ChangePage;
  readonly asTable: boolean;
}

function Content({ data, limits, page, change, asTable }: ContentProps) {
  const { t, language } = useT();
  const measure = useMeasure();
  const { hidden, pinMs } = page;
  const { capacity, reserved, judged } = limits;
  const moves = useChartMoves(page, change);
  const model = useMemo(
    () =>
      chartModel(
        data,
        hidden,
        {
          ...(capacity !== undefined && { capacity }),
          ...(reserved !== undefined && { reserved }),
          ...(judged !== undefined && { judged }),
        },
        measure,
      ),
    [data, hidden, capacity, reserved, judged, measure],
  );
  const left = model.layers.filter(({ key }) => hidden.includes(key)).length;
  return (
    <>
      <ChartStatus page={page} change={change} moves={moves} />
      {asTable ? (
        <ChartTable model={model} />
      ) : (
        <UsageChart model={model} pinMs={pinMs} moves={moves} />
      )}
      <ChartLegend
        layers={model.layers}
        hidden={hidden}
        onHide={(next) => change({ hidden: next })}
      />
      <p className="host-processes__small host-processes__chart-notes" aria-live="polite">
        {left > 0 && <span>{t('{{count}} hidden', { count: left })}</span>}
        {model.edge && (
          <span>
            {judged === 'platform'
              ? t('Bold line: the platform, which is judged against the reservation.')
              : t('Bold line: the host, which is judged against the reservation.')}
          </span>
        )}
        {model.reservedAbove !== undefined && (
          <span>{aboveText(t, model.reservedAbove, measure, language)}</span>
        )}
      </p>
    </>
  );
}

interface ChartPanelProps {
  readonly state: PanelState<OverTime>;
  /** What each point averages over, in milliseconds. */
  readonly windowMs: number;
  readonly limits: ChartLimits;
  /** What the chart is of; undefined while nothing is known. */
  readonly asked: Asked | undefined;
  readonly page: PageState;
  readonly change: ChangePage;
  readonly context: Omit<StateContext, 'panel' | 'height'>;
}

/** How classes, units or groups used CPU through the range, as stacked areas. */
export const ChartPanel = memo(function ChartPanel(props: ChartPanelProps) {
  const { state, windowMs, limits, asked, page, change, context } = props;
  const { t, language } = useT();
  const { unit } = useMeasure();
  const duration = formatDuration(windowMs, language);
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      id="hp-chart"
      title={t('CPU over time')}
      subtitle={
        unit === 'percent'
          ? t('% of node, average per {{duration}}', { duration })
          : t('Cores, average per {{duration}}', { duration })
      }
      state={state}
      context={context}
      height="375px"
      actions={
        asked && (
          <>
            <LayerChoice by={page.by} top={page.top} change={change} />
            <Button
              variant="link"
              isInline
              onClick={() => setAsTable(!asTable)}
              data-test="hp-chart-view"
            >
              {asTable ? t('View as chart') : t('View as table')}
            </Button>
            {!asTable && <KeyboardHelp />}
            <ChartActions
              asked={asked}
              page={page}
              data={state.kind === 'ready' ? state.data : undefined}
            />
          </>
        )
      }
    >
      {(data) => (
        <Content data={data} limits={limits} page={page} change={change} asTable={asTable} />
      )}
    </Panel>
  );
});
