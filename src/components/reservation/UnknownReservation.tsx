import type { JudgedUsage } from '../../../prometheus/series/judged-usage';
import { neededCpus } from '../../../prometheus/series/reservation';
import { formatCpus } from '../../format/cores';
import { useT } from '../../i18n/useT';

/** Nobody says how many CPUs are reserved: there is no verdict, but what the range would have needed. */
export function UnknownReservation({ usage: { maximum } }: { usage: JudgedUsage }) {
  const { t, language } = useT();
  return (
    <>
      <h3 className="host-processes__subtotal" data-test="hp-reservation-unknown">
        {t('No reservation known')}
      </h3>
      <p>
        {t(
          'Set reserved CPUs in a performance profile or in the values of the Helm chart to see a verdict.',
        )}
      </p>
      {maximum !== undefined && (
        <p data-test="hp-needed" data-value={neededCpus(maximum)}>
          {t('The host alone would have needed {{cpus}} reserved CPUs.', {
            count: neededCpus(maximum),
            cpus: formatCpus(neededCpus(maximum), language),
          })}
        </p>
      )}
    </>
  );
}
