import type { Gathered } from '../questions/gather';
import type { SeriesSet } from '../questions/series-set';
import { measuredByAgents, type Measured } from './measured';
import { noOwner, type OwnedUsage, type Owner } from './row';
import { usageOf } from './usage';

/** What was measured by the agents of a gathering; nobody where it was not asked for. */
export function clockOf({ sets }: Gathered): Map<string, Measured> {
  return sets.modes && sets.cpus
    ? measuredByAgents(sets.modes, sets.cpus)
    : new Map<string, Measured>();
}

function usages(
  set: SeriesSet | undefined,
  clock: ReadonlyMap<string, Measured>,
  ownerOf: (labels: Readonly<Record<string, string>>) => Partial<Owner>,
): OwnedUsage[] {
  return [...(set ?? [])].flatMap((series) => {
    const node = series.labels.instance ?? '';
    const measured = clock.get(node);
    if (!measured) return [];
    const owner = { ...noOwner, node, ...ownerOf(series.labels) };
    return [{ owner, usage: usageOf(series, measured) }];
  });
}

/** Process groups of the hosts. */
export function groupUsages(gathered: Gathered): OwnedUsage[] {
  return usages(gathered.sets.groups, clockOf(gathered), (labels) => ({
    class: labels.class ?? '',
    unit: labels.unit ?? '',
    name: labels.groupname ?? '',
  }));
}

/** Threads of process groups, by name; the agent exposes no class for them. */
export function threadUsages(gathered: Gathered): OwnedUsage[] {
  return usages(gathered.sets.threads, clockOf(gathered), (labels) => ({
    name: labels.groupname ?? '',
    thread: labels.threadname ?? '',
  }));
}

/** Classes of the account; pods are one of them. */
export function classUsages(gathered: Gathered): OwnedUsage[] {
  return usages(gathered.sets.classes, clockOf(gathered), (labels) => ({
    class: labels.class ?? '',
    ...(labels.class === 'pod' && { kind: 'not split' as const }),
  }));
}

/** Capacity that nobody used, by mode. */
export function unusedUsages(gathered: Gathered): OwnedUsage[] {
  return usages(gathered.sets.modes, clockOf(gathered), (labels) => ({
    class: labels.mode ?? '',
    kind: 'unused' as const,
  })).filter(({ owner }) => owner.class !== 'busy');
}
