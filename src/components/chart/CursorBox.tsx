import type { Moment } from '../../chart/moment';
import { formatCores } from '../../format/cores';
import { formatPercent } from '../../format/percent';
import { className } from '../../i18n/class-texts';
import { useT } from '../../i18n/useT';
import { Swatch } from '../Swatch';

interface CursorBoxProps {
  readonly moment: Moment;
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

/** The values of one moment, largest first. Screen readers have the slider's value text instead. */
export function CursorBox({ moment, time, capacity, side, offset }: CursorBoxProps) {
  const { t, language } = useT();
  const { total, values } = moment;
  const cores = (value: number) => formatCores(value, language);
  const percent = (value: number) =>
    capacity === undefined
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
          <span>
            {total === null ? t('No data') : t('{{cores}} cores in all', { cores: cores(total) })}
          </span>
        </div>
        {values.slice(0, mostRows).map(({ key, value }) => (
          <div key={key} className="host-processes__box-row" data-class={key}>
            <Swatch of={{ class: key }} />
            <span className="host-processes__box-name">{className(t, key)}</span>
            <span>{cores(value)}</span>
            <span className="host-processes__subtle">{percent(value)}</span>
          </div>
        ))}
        {hidden > 0 && <div>{t('and {{count}} more', { count: hidden })}</div>}
      </div>
    </div>
  );
}
