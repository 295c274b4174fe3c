import type { ReactNode } from 'react';
import type { Moment } from '../../chart/moment';
import { formatPercent } from '../../format/percent';
import { formatUsage } from '../../format/usage';
import { useMeasure } from '../../hooks/measure';
import { useT, type Translate } from '../../i18n/useT';
import { Swatch } from '../Swatch';
import type { ChartModel } from './chart-model';
import { layerName } from './layer-name';

interface CursorBoxProps {
  readonly moment: Moment;
  /** Where the moment is among those of the chart. */
  readonly index: number;
  readonly model: Pick<ChartModel, 'layers' | 'capacity' | 'subtotal'>;
  readonly time: string;
  /** The side of the line that has room. */
  readonly side: 'left' | 'right';
  /** Pixels from the line to that side's opposite edge of the plot. */
  readonly offset: number;
}

/** More rows would not fit beside a chart of this height. */
const mostRows = 14;

/** Pixels between the line and the box. */
const gap = 8;

function totalText(t: Translate, total: string, unit: 'cores' | 'percent'): string {
  return unit === 'percent'
    ? t('{{percent}} of the node in all', { percent: total })
    : t('{{cores}} cores in all', { cores: total });
}

interface NumbersProps {
  readonly value: number;
  readonly capacity: number | undefined;
}

/** Cores with the percent that they are, or percent alone. */
function Numbers({ value, capacity }: NumbersProps) {
  const { language } = useT();
  const measure = useMeasure();
  const ratio = capacity === undefined ? undefined : value / capacity;
  return (
    <>
      <data value={value}>{formatUsage(value, measure, language)}</data>
      <span className="host-processes__subtle">
        {ratio !== undefined &&
          measure.unit === 'cores' &&
          formatPercent(Math.round(ratio * 100), ratio, language)}
      </span>
    </>
  );
}

/** The values of one moment: their total, what is judged of it, and each layer, largest first. */
function Rows({ moment, index, model }: Pick<CursorBoxProps, 'moment' | 'index' | 'model'>) {
  const { t } = useT();
  const { layers, capacity, subtotal } = model;
  const below = subtotal?.values[index];
  const rows = moment.values.flatMap(({ key, value }): ReactNode[] => {
    const layer = layers.find((one) => one.key === key);
    if (layer === undefined) return [];
    return [
      <div key={key} className="host-processes__box-row" data-class={layer.class}>
        <Swatch of={layer} />
        <span className="host-processes__box-name">{layerName(t, layer)}</span>
        <Numbers value={value} capacity={capacity} />
      </div>,
    ];
  });
  const hidden = rows.length - mostRows;
  return (
    <>
      {subtotal && typeof below === 'number' && (
        <div
          className="host-processes__box-row host-processes__box-subtotal"
          data-test="hp-chart-box-subtotal"
        >
          <span className="host-processes__box-name">
            {subtotal.of === 'platform' ? t('Platform') : t('Host')}
          </span>
          <Numbers value={below} capacity={capacity} />
        </div>
      )}
      {rows.slice(0, mostRows)}
      {hidden > 0 && <div>{t('and {{count}} more', { count: hidden })}</div>}
    </>
  );
}

/** The values of one moment, beside its line. Screen readers have the slider's value text instead. */
export function CursorBox({ moment, index, model, time, side, offset }: CursorBoxProps) {
  const { t, language } = useT();
  const measure = useMeasure();
  const { total } = moment;
  return (
    <div aria-hidden className={`host-processes__box-place host-processes__box-place-${side}`}>
      {/* Gives way where the box would leave the plot. */}
      <span style={{ flexBasis: offset + gap }} />
      <div className="host-processes__box" data-test="hp-chart-box">
        <div className="host-processes__box-title">
          <span>{time}</span>
          <span>
            {total === null
              ? t('No data')
              : totalText(t, formatUsage(total, measure, language), measure.unit)}
          </span>
        </div>
        <Rows moment={moment} index={index} model={model} />
      </div>
    </div>
  );
}
