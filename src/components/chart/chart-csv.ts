import type { OverTime } from '../../../prometheus/series/over-time';
import type { CsvCell } from '../../../prometheus/series/csv-text';
import type { Translate } from '../../i18n/useT';
import { layerName } from './layer-name';

/** The layers on show as CSV lines, heads first: a moment a line (ISO, UTC), cores in full precision. */
export function chartLines(
  t: Translate,
  { times, layers }: OverTime,
  hidden: readonly string[],
): CsvCell[][] {
  const shown = layers.filter(({ key }) => !hidden.includes(key));
  return [
    [t('Time'), ...shown.map((layer) => layerName(t, layer))],
    ...times.map((ms, i): CsvCell[] => [
      new Date(ms).toISOString(),
      ...shown.map(({ values }) => values[i] ?? undefined),
    ]),
  ];
}
