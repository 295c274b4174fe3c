import type { Client } from '../../prometheus/http-api/client';
import type { Labels } from '../../prometheus/http-api/responses';
import {
  legacyFunctions,
  legacyWindow,
  type LegacyFunction,
  type LegacyMetric,
} from '../../prometheus/promql/queries/legacy-windows';
import { sampleValue } from '../../prometheus/series/sample-value';
import type { View } from '../command-line/choices';
import type { Selection } from '../command-line/options';
import { UsageError } from '../command-line/usage-error';

/** A series as the prototype showed it: its labels, and figures where there are such. */
export interface LegacySeries {
  readonly labels: Labels;
  readonly figures: Partial<Record<LegacyFunction, number>>;
}

/** Which of the prototype's metrics a view means; there, `infra` is every pod that is not skipped. */
function metricsOf(view: View): readonly LegacyMetric[] {
  if (view === 'all') return ['housekeeping', 'infra'];
  if (view === 'housekeeping' || view === 'infra') return [view];
  throw new UsageError(`The prototype had no view ${view}; leave --legacy out.`);
}

/** The prototype's questions: three figures of its two recorded series, joined by their labels. */
export async function askLegacy(
  client: Client,
  view: View,
  { endMs, intervalMs, skippedNamespaces }: Selection,
): Promise<LegacySeries[]> {
  const joined = new Map<string, LegacySeries>();
  for (const metric of metricsOf(view)) {
    for (const figure of legacyFunctions) {
      const { promql } = legacyWindow(metric, figure, intervalMs, skippedNamespaces);
      for (const { metric: labels, value } of (await client.at(promql, endMs)).series) {
        const key = JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
        const cores = sampleValue(value[1]);
        if (cores === null) continue;
        const known = joined.get(key);
        joined.set(key, { labels, figures: { ...known?.figures, [figure]: cores } });
      }
    }
  }
  return [...joined.values()];
}
