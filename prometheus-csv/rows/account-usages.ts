import type { Gathered } from '../questions/gather';
import { classUsages, unusedUsages } from './host-usages';
import { podUsages } from './pod-usages';
import { noOwner, type OwnedUsage } from './row';
import { restOfUsage, sumOfUsages, type Usage } from './usage';

/**
 * The account of each node: classes of the host, pods in three parts (infrastructure, workload, and what
 * kubelet's series do not split), and what nobody used. Together they are the node's capacity.
 */
export function accountUsages(
  gathered: Gathered,
  infraNamespaces: readonly string[],
): OwnedUsage[] {
  const classes = classUsages(gathered);
  const pods = podUsages(gathered, infraNamespaces);
  const { length } = gathered.grid.moments;
  const split = classes.flatMap((whole): OwnedUsage[] => {
    if (whole.owner.class !== 'pod') return [whole];
    const { node } = whole.owner;
    const kinds = (['infrastructure', 'workload'] as const).map((kind) => {
      const usage = sumOfKind(pods, node, kind, length);
      return { owner: { ...noOwner, node, class: 'pod', kind }, usage };
    });
    const known = kinds.filter(({ usage }) => !Number.isNaN(usage.average));
    const together = sumOfUsages(
      known.map(({ usage }) => usage),
      length,
    );
    return [...known, { ...whole, usage: restOfUsage(whole.usage, together) }];
  });
  return [...split, ...unusedUsages(gathered)];
}

function sumOfKind(
  pods: readonly OwnedUsage[],
  node: string,
  kind: 'infrastructure' | 'workload',
  length: number,
): Usage {
  const some = pods.filter(({ owner }) => owner.node === node && owner.kind === kind);
  return sumOfUsages(
    some.map(({ usage }) => usage),
    length,
  );
}
