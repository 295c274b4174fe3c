import { gauge } from '../../../metrics/family';
import { duration } from '../duration';
import { select, type Expression } from '../expression';
import { isNot, matchesNot, type Matcher } from '../matcher';

// The two recorded series that the prototype's script and its successor asked for.

const namegroupCpuRate = gauge({
  name: 'namedprocess_namegroup_cpu_rate',
  help: 'Recorded: cores of a process group.',
  labels: ['groupname'],
  unit: 'cpus',
});

const podCpuUsage = gauge({
  name: 'pod:container_cpu_usage:sum',
  help: 'Recorded by the cluster: cores of a pod, over five minutes.',
  labels: ['pod', 'namespace'],
  unit: 'cpus',
});

/** What the prototype computed over its interval. */
export const legacyFunctions = ['avg', 'min', 'max'] as const;
export type LegacyFunction = (typeof legacyFunctions)[number];

/** Which of the two. */
export type LegacyMetric = 'housekeeping' | 'infra';

/**
 * One figure of the recorded series over the interval that ends at the moment of the query. The
 * exporter is left out by the label that the series do carry, which is `pod`.
 */
export function legacyWindow(
  metric: LegacyMetric,
  figure: LegacyFunction,
  intervalMs: number,
  skippedNamespaces: readonly string[],
): Expression<string> {
  const namespace: Partial<Record<'namespace', Matcher>> =
    skippedNamespaces.length === 0 ? {} : { namespace: matchesNot(skippedNamespaces.join('|')) };
  const { promql } =
    metric === 'housekeeping'
      ? select(namegroupCpuRate, { groupname: isNot('conmon') })
      : select(podCpuUsage, { pod: matchesNot('process-exp.*'), ...namespace });
  return { promql: `${figure}_over_time(${promql}[${duration(intervalMs)}])` };
}
