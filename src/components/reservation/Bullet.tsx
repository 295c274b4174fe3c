import type { JudgedUsage } from '../../../prometheus/series/judged-usage';
import { formatCores } from '../../format/cores';
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
  const { now = 0, maximum = 0, p95 } = usage;
  const end = headroom * Math.max(maximum, now, reservedCpus);
  const place = (cores: number) => `${(cores / end) * 100}%`;
  const cores = (value: number) => formatCores(value, language);
  const summary = t('Now {{now}}, maximum {{maximum}}, reserved {{reserved}} cores', {
    now: cores(now),
    maximum: cores(maximum),
    reserved: cores(reservedCpus),
  });
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
