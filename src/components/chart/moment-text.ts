import type { Moment } from '../../chart/moment';
import { formatUsage, type Measure } from '../../format/usage';
import type { Translate } from '../../i18n/useT';
import type { ChartModel } from './chart-model';

/** A moment of the chart for those who hear it: time, what is judged, and total. */
export function momentText(
  t: Translate,
  { edge, judged }: ChartModel,
  { moment, index, time }: { moment: Moment; index: number; time: string },
  measure: Measure,
  language: string,
): string {
  if (moment.total === null) return t('{{time}}, no data', { time });
  const total = formatUsage(moment.total, measure, language);
  const inPercent = measure.unit === 'percent';
  const height = edge?.[index];
  if (typeof height !== 'number') {
    return inPercent
      ? t('{{time}}, total {{percent}} of the node', { time, percent: total })
      : t('{{time}}, total {{cores}} cores', { time, cores: total });
  }
  const values = { time, judged: formatUsage(height, measure, language) };
  if (inPercent) {
    const percents = { ...values, percent: total };
    return judged === 'platform'
      ? t('{{time}}, platform {{judged}}, total {{percent}} of the node', percents)
      : t('{{time}}, host {{judged}}, total {{percent}} of the node', percents);
  }
  const cores = { ...values, cores: total };
  return judged === 'platform'
    ? t('{{time}}, platform {{judged}}, total {{cores}} cores', cores)
    : t('{{time}}, host {{judged}}, total {{cores}} cores', cores);
}
