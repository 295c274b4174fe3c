import { formatCpus } from '../../format/cores';
import { formatPercent } from '../../format/percent';
import { useT } from '../../i18n/useT';
import { Cores } from '../Cores';
import type { AccountLines } from './account-lines';

/** "2.93 of 8 cores in use 37%". */
export function AccountHeadline({ lines: { busy, capacity } }: { lines: AccountLines }) {
  const { t, language } = useT();
  return (
    <p className="host-processes__headline">
      <span className="host-processes__headline-number">
        <Cores id="hp-account-busy" value={busy.now} />
      </span>
      <span>
        {capacity === undefined
          ? t('cores in use')
          : t('of {{cpus}} cores in use', {
              count: capacity,
              cpus: formatCpus(capacity, language),
            })}
      </span>
      {busy.percent !== undefined && busy.exact !== undefined && (
        <span className="host-processes__subtle">
          {formatPercent(busy.percent, busy.exact, language)}
        </span>
      )}
    </p>
  );
}
