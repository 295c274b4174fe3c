import { formatCpus } from '../../format/cores';
import { formatUsage } from '../../format/usage';
import { useMeasure } from '../../hooks/measure';
import { className } from '../../i18n/class-texts';
import { useT } from '../../i18n/useT';
import type { AccountLines } from './account-lines';
import { BarSegment } from './BarSegment';

interface AccountBarProps {
  readonly lines: AccountLines;
  /** CPUs reserved for the platform, for a mark across the bar; absent when unknown. */
  readonly reservedCpus: number | undefined;
}

/** The machine as one bar: what is used, by class, lowest layer first; the outlined rest is not used. */
export function AccountBar({ lines, reservedCpus }: AccountBarProps) {
  const { t, language } = useT();
  const measure = useMeasure();
  const { host, hostTotal, rest, capacity } = lines;
  const share = reservedCpus !== undefined && capacity ? reservedCpus / capacity : undefined;
  const used = [...host, ...rest].flatMap(({ of, now = 0 }) =>
    'class' in of && now > 0 ? [{ name: of.class, now }] : [],
  );
  const busy = used.reduce((sum, { now }) => sum + now, 0);
  const inUnit = (value: number | undefined) => formatUsage(value ?? 0, measure, language);
  const pods = rest.reduce((sum, { of, now = 0 }) => ('class' in of ? sum + now : sum), 0);
  // By rounding, use can exceed capacity a little: the drawing is clamped, the numbers never are.
  const unused = Math.max(0, (capacity ?? busy) - busy);
  const sums = { host: inUnit(hostTotal.now), pods: inUnit(pods), unused: inUnit(unused) };
  const summary = () => {
    if (capacity === undefined) return t('Host {{host}}, pods {{pods}} cores', sums);
    return measure.unit === 'percent'
      ? t('Host {{host}}, pods {{pods}}, not used {{unused}} of the node', sums)
      : t('Host {{host}}, pods {{pods}}, not used {{unused}} of {{cpus}} cores', {
          ...sums,
          cpus: formatCpus(capacity, language),
        });
  };
  const segment = (name: string, now: number) =>
    measure.unit === 'percent'
      ? t('{{name}}: {{percent}} of the node', { name: className(t, name), percent: inUnit(now) })
      : t('{{name}}: {{cores}} cores', { name: className(t, name), cores: inUnit(now) });
  return (
    <div
      role="img"
      aria-label={summary()}
      className="host-processes__bar"
      data-test="hp-account-bar"
    >
      {used.map(({ name, now }) => (
        <BarSegment key={name} name={name} now={now} text={segment(name, now)} />
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
