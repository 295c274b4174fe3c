import { formatMillicores } from '../format/cores';
import { formatUsage } from '../format/usage';
import { useMeasure } from '../hooks/measure';
import { useT } from '../i18n/useT';
import { NoData } from './NoData';

/** Below this, two decimals of a core say too little. */
const tiny = 0.01;

/**
 * Cores as text in the unit of the page, with the full value for machines, always in cores, in `value`. A
 * missing value says so and is no zero. `id` becomes `data-test`.
 */
export function Cores({ id, value }: { id: string; value: number | undefined }) {
  const { t, language } = useT();
  const measure = useMeasure();
  if (value === undefined) return <NoData id={id} />;
  const title =
    value > 0 && value < tiny
      ? t('{{value}} millicores', { count: value * 1000, value: formatMillicores(value, language) })
      : undefined;
  return (
    <data data-test={id} value={value} title={title}>
      {/* From left to right in every language: a sign before the number must not end up behind it. */}
      <bdi dir="ltr">{formatUsage(value, measure, language)}</bdi>
    </data>
  );
}
