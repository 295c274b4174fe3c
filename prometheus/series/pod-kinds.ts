import type { VectorSeries } from '../http-api/responses';
import { podKindParts, podKinds, type PodKindName } from '../promql/queries/pod-kinds';
import type { Usage } from './account';
import { joinParts } from './join';

/** What kubelet says both kinds of pods used, in cores. */
export type PodKindUsage = Readonly<Record<PodKindName, Usage>>;

/** The kinds of pods from an answer; undefined where kubelet's series say nothing of this node. */
export function podKindUsageOf(vector: readonly VectorSeries[]): PodKindUsage | undefined {
  const rows = joinParts(vector).filter(({ labels }) => labels.kind !== undefined);
  if (rows.length === 0) return undefined;
  const usageOf = (kind: PodKindName): Usage => {
    const { values = {} } = rows.find(({ labels }) => labels.kind === kind) ?? {};
    const { [podKindParts.now]: now, [podKindParts.average]: average } = values;
    return { ...(now !== undefined && { now }), ...(average !== undefined && { average }) };
  };
  const [infrastructure, workload] = podKinds;
  return { [infrastructure]: usageOf(infrastructure), [workload]: usageOf(workload) };
}
