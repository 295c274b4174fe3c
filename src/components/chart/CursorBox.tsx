import type { Moment } from '../../chart/moment';
import { formatPercent } from '../../format/percent';
import { formatUsage } from '../../format/usage';
import { useMeasure } from '../../hooks/measure';
import { useT, type Translate } from '../../i18n/useT';
import { Swatch } from '../Swatch';
import type { ColouredLayer } from './chart-model';
import { layerName } from './layer-name';

interface CursorBoxProps {
  readonly moment: Moment;
  readonly layers: readonly ColouredLayer[];
  readonly time: string;
  readonly capacity: number | undefined;
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

/** The values of one moment, largest first. Screen readers have the slider's value text instead. */
export function CursorBox(props: CursorBoxProps) {
  const { t, language } = useT();
  const measure = useMeasure();
  const { moment, layers, time, capacity, side, offset } = props;
  const { total, values } = moment;
  const inUnit = (value: number) => formatUsage(value, measure, language);
  const percent = (value: number) =>
    capacity === undefined || measure.unit === 'percent'
      ? null
      : formatPercent(Math.round((value / capacity) * 100), value / capacity, language);
  const hidden = values.length - mostRows;
  return (
    <div aria-hidden className={`host-processes__box-place host-processes__box-place-${side}`}>
      {/* Gives way where the box would leave the plot. */}
      <span style={{ flexBasis: offset + gap }} />
      <div className="host-processes__box" data-test="hp-chart-box">
        <div className="host-processes__box-title">
          <span>{time}</span>
          <span>{total === null ? t('No data') : totalText(t, inUnit(total), measure.unit)}</span>
        </div>
        {values.slice(0, mostRows).map(({ key, value }) => {
          const layer = layers.find((one) => one.key === key);
          if (layer === undefined) return null;
          return (
            <div key={key} className="host-processes__box-row" data-class={layer.class}>
              <Swatch of={layer} />
              <span className="host-processes__box-name">{layerName(t, layer)}</span>
              <data value={value}>{inUnit(value)}</data>
              <span className="host-processes__subtle">{percent(value)}</span>
            </div>
          );
        })}
        {hidden > 0 && <div>{t('and {{count}} more', { count: hidden })}</div>}
      </div>
    </div>
  );
}
