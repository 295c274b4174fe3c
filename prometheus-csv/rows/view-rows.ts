import type { View } from '../command-line/choices';
import type { Arrangement, Selection } from '../command-line/options';
import type { Gathered } from '../questions/gather';
import { accountUsages } from './account-usages';
import { groupUsages, threadUsages } from './host-usages';
import { namespaceTest } from './namespaces';
import { podUsages } from './pod-usages';
import { allNodes, keyOf, type OwnedUsage, type Row } from './row';
import { figuresOf } from './statistics';
import { sumOfUsages } from './usage';

/** Our own threads carry this name, so that the prototype's queries still leave the agent out. */
const agentThread = 'process-exporter';

/** Pods of the prototype's exporter, which it meant to leave out. */
const processExporter = 'process-exp';

function shown(view: View, gathered: Gathered, selection: Selection): OwnedUsage[] {
  const { infraNamespaces, skippedNamespaces, withAgent } = selection;
  const isSkipped = namespaceTest(skippedNamespaces);
  const groups = () =>
    groupUsages(gathered).filter(({ owner }) => withAgent || owner.class !== 'agent');
  const pods = () =>
    podUsages(gathered, infraNamespaces).filter(
      ({ owner }) =>
        !isSkipped(owner.namespace) && (withAgent || !owner.name.startsWith(processExporter)),
    );
  switch (view) {
    case 'all':
      return [...groups(), ...pods()];
    case 'housekeeping':
      return groups();
    case 'kernel':
      return groups().filter(({ owner }) => ['kernel', 'interrupt'].includes(owner.class));
    case 'threads':
      return threadUsages(gathered).filter(
        ({ owner }) => withAgent || owner.thread !== agentThread,
      );
    case 'infra':
      return pods().filter(({ owner }) => owner.kind === 'infrastructure');
    case 'workload':
      return pods().filter(({ owner }) => owner.kind === 'workload');
    case 'account':
      return accountUsages(gathered, infraNamespaces);
  }
}

/** The rows of a view, for each node or for all together, in no particular order. */
export function viewRows(
  { view, sumNodes }: Pick<Arrangement, 'view' | 'sumNodes'>,
  gathered: Gathered,
  selection: Selection,
): Row[] {
  const usages = shown(view, gathered, selection);
  const { length } = gathered.grid.moments;
  return (sumNodes ? overNodes(usages, length) : usages)
    .map(({ owner, usage }) => ({ ...owner, ...figuresOf(usage) }))
    .filter(({ average, maximum }) => !Number.isNaN(average) && !Number.isNaN(maximum));
}

/** Adds up what differs in the node alone. */
export function overNodes(usages: readonly OwnedUsage[], length: number): OwnedUsage[] {
  const groups = new Map<string, OwnedUsage[]>();
  for (const { owner, usage } of usages) {
    const everywhere = { owner: { ...owner, node: allNodes }, usage };
    const key = keyOf(everywhere.owner);
    groups.set(key, [...(groups.get(key) ?? []), everywhere]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const sum = () =>
      sumOfUsages(
        group.map(({ usage }) => usage),
        length,
      );
    return first ? [{ owner: first.owner, usage: sum() }] : [];
  });
}
