import type { Account, ClassUsage, Usage } from './account';
import { displayClasses, podClasses } from './display-class';
import type { PodKindUsage } from './pod-kinds';
import { splitPods, type PodSplit } from './pod-split';

function splitOf(
  used: number | undefined,
  { infrastructure, workload }: PodKindUsage,
  figure: keyof Usage,
): PodSplit | undefined {
  if (used === undefined) return undefined;
  return splitPods(used, {
    infrastructure: infrastructure[figure] ?? 0,
    workload: workload[figure] ?? 0,
  });
}

function rankOf(name: string): number {
  const rank = displayClasses.indexOf(name);
  return rank === -1 ? displayClasses.length : rank;
}

/**
 * The account with its class `pod` divided into infrastructure pods, workload pods and the rest, in the
 * order of all stacks. All classes together stay what they were.
 */
export function accountWithPods(account: Account, kinds: PodKindUsage): Account {
  const used = account.classes.find(({ class: name }) => name === podClasses.unsplit);
  if (used === undefined) return account;
  const now = splitOf(used.now, kinds, 'now');
  const average = splitOf(used.average, kinds, 'average');
  const parts = (Object.keys(podClasses) as (keyof typeof podClasses)[]).map(
    (kind): ClassUsage => ({
      class: podClasses[kind],
      ...(now && { now: now[kind] }),
      ...(average && { average: average[kind] }),
    }),
  );
  const classes = [...account.classes.filter((one) => one !== used), ...parts].sort(
    (a, b) => rankOf(a.class) - rankOf(b.class),
  );
  return { ...account, classes };
}
