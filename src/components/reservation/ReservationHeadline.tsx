import type { Judged } from '../../../prometheus/promql/queries/judged';
import { formatCores } from '../../format/cores';
import { useT } from '../../i18n/useT';
import { Cores } from '../Cores';

interface ReservationHeadlineProps {
  readonly now: number | undefined;
  readonly reservedCpus: number | undefined;
  readonly judged: Judged;
}

/** "1.86 of 4.00 reserved cores". */
export function ReservationHeadline({ now, reservedCpus, judged }: ReservationHeadlineProps) {
  const { t, language } = useT();
  const used = judged === 'host' ? t('cores used by the host') : t('cores used by the platform');
  return (
    <p className="host-processes__headline">
      <span className="host-processes__headline-number">
        <Cores id="hp-reservation-now" value={now} />
      </span>
      <span>
        {reservedCpus === undefined
          ? used
          : t('of {{cpus}} reserved cores', {
              count: reservedCpus,
              cpus: formatCores(reservedCpus, language),
            })}
      </span>
    </p>
  );
}
