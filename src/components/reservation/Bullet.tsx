import type { JudgedUsage } from '../../../prometheus/series/judged-usage';
import { formatUsage } from '../../format/usage';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';

interface BulletProps {
  readonly usage: JudgedUsage;
  readonly reservedCpus: number;
}

/** The scale ends this much above the largest thing on it. */
const headroom = 1.25;

/** Now (bar), maximum (band), 95th percentile (tick) and the reservation (dashed) on one scale from 0. */
export function Bullet({ usage, reservedCpus }: BulletProps) {
  const { t, language } = useT();
  const measure = useMeasure();
  const { now = 0, maximum = 0, p95 } = usage;
  const end = headroom * Math.max(maximum, now, reservedCpus);
  const place = (cores: number) => `${(cores / end) * 100}%`;
  const inUnit = (value: number) => formatUsage(value, measure, language);
  const figures = { now: inUnit(now), maximum: inUnit(maximum), reserved: inUnit(reservedCpus) };
  const summary =
    measure.unit === 'percent'
      ? t('Now {{now}}, maximum {{maximum}}, reserved {{reserved}} of the node', figures)
      : t('Now {{now}}, maximum {{maximum}}, reserved {{reserved}} cores', figures);
  return (
    <div role="img" aria-label={summary} className="host-processes__bullet" data-test="hp-bullet">
      <span className="host-processes__bullet-maximum" style={{ inlineSize: place(maximum) }} />
      <span className="host-processes__bullet-now" style={{ inlineSize: place(now) }} />
      {p95 !== undefined && (
        <span className="host-processes__bullet-p95" style={{ insetInlineStart: place(p95) }} />
      )}
      <span
        className="host-processes__bullet-reserved"
        style={{ insetInlineStart: place(reservedCpus) }}
      />
    </div>
  );
}
