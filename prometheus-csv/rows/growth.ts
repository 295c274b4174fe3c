import { keyOf, type Owner, type Row } from './row';

/** A group or the pods of one owner, then and now, in cores on average. */
export interface Growth extends Owner {
  /** 0: it was not there. */
  readonly before: number;
  readonly now: number;
  readonly change: number;
  /** NaN: it was not there. */
  readonly changePercent: number;
}

/** Less than this is noise, whatever it is in percent. */
const leastCores = 0.01;

/** What a deployment, a job or a daemon set adds to the names of its pods. */
const podEndings = [/-[a-f0-9]{6,10}-[a-z0-9]{5}$/, /-\d{8,10}-[a-z0-9]{5}$/, /-[a-z0-9]{5}$/];

/** The name of a pod without what is new at every rollout. */
export function ownerName(pod: string): string {
  const ending = podEndings.find((pattern) => pattern.test(pod));
  return ending === undefined ? pod : pod.replace(ending, '');
}

function byGroup(rows: readonly Row[]): Map<string, { owner: Owner; average: number }> {
  const groups = new Map<string, { owner: Owner; average: number }>();
  for (const row of rows) {
    const { node, class: cpuClass, kind, unit, namespace, thread } = row;
    const name = cpuClass === 'pod' ? ownerName(row.name) : row.name;
    const owner = { node, class: cpuClass, kind, unit, namespace, name, thread };
    const key = keyOf(owner);
    groups.set(key, { owner, average: (groups.get(key)?.average ?? 0) + row.average });
  }
  return groups;
}

/** What grew by more than the threshold since an earlier export, the largest growth first. */
export function growth(
  earlier: readonly Row[],
  rows: readonly Row[],
  thresholdPercent: number,
): Growth[] {
  const before = byGroup(earlier);
  const grown = [...byGroup(rows)].map(([key, { owner, average }]): Growth => {
    const then = before.get(key)?.average ?? 0;
    const change = average - then;
    const changePercent = then > 0 ? (100 * change) / then : NaN;
    return { ...owner, before: then, now: average, change, changePercent };
  });
  return grown
    .filter(({ change, before: then }) => {
      return change >= leastCores && change > (then * thresholdPercent) / 100;
    })
    .sort((a, b) => b.change - a.change);
}
