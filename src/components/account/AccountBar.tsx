import { Tooltip } from '@patternfly/react-core';
import { classColour } from '../../chart/class-colour';
import { formatCores, formatCpus } from '../../format/cores';
import { className } from '../../i18n/class-texts';
import { useT } from '../../i18n/useT';
import type { AccountLines } from './account-lines';

interface AccountBarProps {
  readonly lines: AccountLines;
  /** CPUs reserved for the platform, for a mark across the bar; absent when unknown. */
  readonly reservedCpus: number | undefined;
}

/** The machine as one bar: what is used, by class, lowest layer first; the outlined rest is not used. */
export function AccountBar({ lines, reservedCpus }: AccountBarProps) {
  const { t, language } = useT();
  const { host, hostTotal, rest, capacity } = lines;
  const share = reservedCpus !== undefined && capacity ? reservedCpus / capacity : undefined;
  const used = [...host, ...rest].flatMap(({ of, now = 0 }) =>
    'class' in of && now > 0 ? [{ name: of.class, now }] : [],
  );
  const busy = used.reduce((sum, { now }) => sum + now, 0);
  const cores = (value: number | undefined) => formatCores(value ?? 0, language);
  const pods = rest.reduce((sum, { of, now = 0 }) => ('class' in of ? sum + now : sum), 0);
  // By rounding, use can exceed capacity a little: the drawing is clamped, the numbers never are.
  const unused = Math.max(0, (capacity ?? busy) - busy);
  const summary =
    capacity === undefined
      ? t('Host {{host}}, pods {{pods}} cores', { host: cores(hostTotal.now), pods: cores(pods) })
      : t('Host {{host}}, pods {{pods}}, not used {{unused}} of {{cpus}} cores', {
          host: cores(hostTotal.now),
          pods: cores(pods),
          unused: cores(unused),
          cpus: formatCpus(capacity, language),
        });
  return (
    <div role="img" aria-label={summary} className="host-processes__bar" data-test="hp-account-bar">
      {used.map(({ name, now }) => (
        <Tooltip
          key={name}
          content={t('{{name}}: {{cores}} cores', { name: className(t, name), cores: cores(now) })}
        >
          <span
            className={`host-processes__bar-segment${name === 'unattributed' ? ' host-processes__hatched' : ''}`}
            data-segment={name}
            style={{ flexGrow: now, backgroundColor: classColour(name) }}
          />
        </Tooltip>
      ))}
      <span className="host-processes__bar-unused" style={{ flexGrow: unused }} />
      {share !== undefined && share <= 1 && (
        <span
          className="host-processes__bar-reserved"
          style={{ insetInlineStart: `${share * 100}%` }}
        />
      )}
    </div>
  );
}
