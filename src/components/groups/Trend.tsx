import { memo } from 'react';
import { trendPath, trendSize } from '../../chart/trend-path';
import { familyOf, classColour } from '../../chart/class-colour';
import { useT } from '../../i18n/useT';

interface TrendProps {
  readonly cpuClass: string;
  /** Undefined while they are not known. */
  readonly values: readonly (number | null)[] | undefined;
}

/** Hues that would hardly be seen as a thin line. */
const weakFamilies = ['yellow', 'black'];

/** How a row went through the range. The row's average and maximum say the same in text. */
export const Trend = memo(function Trend({ cpuClass, values }: TrendProps) {
  const { t } = useT();
  if (values === undefined) return null;
  const path = trendPath(values);
  if (path === undefined) {
    return <span className="host-processes__small">{t('Not enough data for a trend')}</span>;
  }
  const { width, height } = trendSize;
  const stroke = weakFamilies.includes(familyOf(cpuClass))
    ? 'var(--pf-t--global--text--color--subtle)'
    : classColour(cpuClass);
  return (
    <svg aria-hidden width={width} height={height} data-test="trend">
      <path d={path} fill="none" style={{ stroke }} strokeWidth={1.5} />
    </svg>
  );
});
