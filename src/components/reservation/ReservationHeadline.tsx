import type { Judged } from '../../../prometheus/promql/queries/judged';
import { formatUsage } from '../../format/usage';
import { useMeasure } from '../../hooks/measure';
import { useT, type Translate } from '../../i18n/useT';
import { Cores } from '../Cores';

interface ReservationHeadlineProps {
  readonly now: number | undefined;
  readonly reservedCpus: number | undefined;
  readonly judged: Judged;
}

function usedText(t: Translate, judged: Judged, unit: 'cores' | 'percent'): string {
  if (unit === 'cores') {
    return judged === 'host' ? t('cores used by the host') : t('cores used by the platform');
  }
  return judged === 'host'
    ? t('of the node used by the host')
    : t('of the node used by the platform');
}

function ofReservedText(t: Translate, cpus: number, reserved: string, unit: 'cores' | 'percent') {
  return unit === 'percent'
    ? t('of the node used, {{percent}} reserved', { percent: reserved })
    : t('of {{cpus}} reserved cores', { count: cpus, cpus: reserved });
}

/** "1.86 of 4.00 reserved cores", or "23.3% of the node used, 50.0% reserved". */
export function ReservationHeadline({ now, reservedCpus, judged }: ReservationHeadlineProps) {
  const { t, language } = useT();
  const measure = useMeasure();
  return (
    <p className="host-processes__headline">
      <span className="host-processes__headline-number">
        <Cores id="hp-reservation-now" value={now} />
      </span>
      <span>
        {reservedCpus === undefined
          ? usedText(t, judged, measure.unit)
          : ofReservedText(
              t,
              reservedCpus,
              formatUsage(reservedCpus, measure, language),
              measure.unit,
            )}
      </span>
    </p>
  );
}
