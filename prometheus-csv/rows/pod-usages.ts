import type { Gathered } from '../questions/gather';
import { infrastructureTest } from './namespaces';
import { measuredByKubelet } from './measured';
import { noOwner, type OwnedUsage } from './row';
import { usageOf } from './usage';

/** Pods as kubelet counts them, each infrastructure or workload by its namespace. */
export function podUsages({ sets }: Gathered, infraNamespaces: readonly string[]): OwnedUsage[] {
  if (!sets.pods) return [];
  const clock = measuredByKubelet(sets.pods);
  const isInfrastructure = infrastructureTest(infraNamespaces);
  return [...sets.pods].flatMap((series) => {
    const { node = '', namespace = '', pod = '' } = series.labels;
    const measured = clock.get(node);
    if (!measured) return [];
    const kind = isInfrastructure(namespace) ? ('infrastructure' as const) : ('workload' as const);
    const owner = { ...noOwner, node, class: 'pod', kind, namespace, name: pod };
    return [{ owner, usage: usageOf(series, measured) }];
  });
}
