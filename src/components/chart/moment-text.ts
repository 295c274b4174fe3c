import type { Moment } from '../../chart/moment';
import { formatCores } from '../../format/cores';
import type { Translate } from '../../i18n/useT';
import type { ChartModel } from './chart-model';

/** A moment of the chart for those who hear it: time, what is judged, and total. */
export function momentText(
  t: Translate,
  { edge, judged }: ChartModel,
  { moment, index, time }: { moment: Moment; index: number; time: string },
  language: string,
): string {
  if (moment.total === null) return t('{{time}}, no data', { time });
  const cores = formatCores(moment.total, language);
  const height = edge?.[index];
  if (typeof height !== 'number') return t('{{time}}, total {{cores}} cores', { time, cores });
  const values = { time, cores, judged: formatCores(height, language) };
  return judged === 'platform'
    ? t('{{time}}, platform {{judged}}, total {{cores}} cores', values)
    : t('{{time}}, host {{judged}}, total {{cores}} cores', values);
}
