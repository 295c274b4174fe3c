import { formatCpus } from '../../format/cores';
import { formatPercent } from '../../format/percent';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import type { AccountLines } from './account-lines';
import { Figure } from './Figure';

/** "2.93 of 8 cores in use 37%", or "37% of 8 cores in use". */
export function AccountHeadline({ lines: { busy, capacity } }: { lines: AccountLines }) {
  const { t, language } = useT();
  const { unit } = useMeasure();
  const part = busy.nowPart;
  return (
    <p className="host-processes__headline">
      <span className="host-processes__headline-number">
        <Figure id="hp-account-busy" cores={busy.now} part={part} />
      </span>
      <span>
        {capacity === undefined
          ? t('cores in use')
          : t('of {{cpus}} cores in use', {
              count: capacity,
              cpus: formatCpus(capacity, language),
            })}
      </span>
      {part !== undefined && unit === 'cores' && (
        <span className="host-processes__subtle">
          {formatPercent(part.percent, part.exact, language)}
        </span>
      )}
    </p>
  );
}
