import type { SeriesFactors } from './series-factors';
import type { ChartValue } from './values';

/**
 * The text of a file of rules with the sample limit of the default values, as the chart would compute it
 * (templates/_series.tpl).
 */
export function withSampleLimit(
  text: string,
  { perGroup, perThread, fixed }: SeriesFactors,
  values: readonly ChartValue[],
): string {
  const preset = (name: string) => Number(values.find(({ path }) => path === name)?.preset);
  const groups = preset('agent.names.maxGroups');
  const threads = preset('agent.names.maxThreads');
  const limit = perGroup * groups + perThread * threads + fixed;
  return text.replace(/\d+(?= # sampleLimit$)/m, String(limit));
}
