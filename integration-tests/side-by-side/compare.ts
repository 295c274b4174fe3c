import { parseExposition } from '../../bench/exposition/parse-exposition';
import type { Bound, Difference } from './differences';

const prefix = 'namedprocess_namegroup_';

/** What pages are shared with changes with whoever starts or ends meanwhile: so much of it, either way. */
const sharedMemoryTolerance = 0.25;

interface Series {
  /** Without what all families of groups begin with. */
  readonly family: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Something in which two expositions are not the same. */
export interface Found extends Omit<Series, 'value'> {
  readonly here: number | undefined;
  readonly there: number | undefined;
}

/** Every difference between two expositions in what they say of the groups of the tree. */
export function differencesBetween(here: string, there: string, treePrefix: string): Found[] {
  const [ours, theirs] = [here, there].map((text) => seriesOf(text, treePrefix));
  const keys = new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])]);
  return [...keys].flatMap((key) => {
    const [a, b] = [ours?.get(key), theirs?.get(key)];
    const either = a ?? b;
    if (!either || (a && b && isSame(a, b.value))) return [];
    const { family, labels } = either;
    return [{ family, labels, here: a?.value, there: b?.value }];
  });
}

/** What was found and has no entry. */
export function unlisted(found: readonly Found[], listed: readonly Difference[]): Found[] {
  return found.filter((one) => !listed.some((meant) => isMeant(one, meant)));
}

/** Whether an entry is of use: something was found that it is about. */
export function isFound(meant: Difference, found: readonly Found[]): boolean {
  return found.some((one) => isMeant(one, meant));
}

function isMeant({ family, labels, here, there }: Found, meant: Difference): boolean {
  const wanted = Object.entries(meant.labels ?? {});
  return (
    meant.family.test(family) &&
    wanted.every(([name, value]) => value.test(labels[name] ?? '')) &&
    isWithin(meant.bound, here, there)
  );
}

/** Families in which something of the tree is not zero. */
export function familiesThatMoved(text: string, treePrefix: string): string[] {
  const moved = [...seriesOf(text, treePrefix).values()].filter(({ value }) => value > 0);
  return [...new Set(moved.map(({ family }) => family))].sort();
}

/** The families of an exposition with their types. */
export function typesIn(text: string): Record<string, string> {
  const types = text.matchAll(/^# TYPE (namedprocess_\w+) (\w+)$/gm);
  return Object.fromEntries([...types].map(([, name = '', type = '']) => [name, type]));
}

function seriesOf(text: string, treePrefix: string): Map<string, Series> {
  const all = parseExposition(text).filter(
    ({ name, labels }) => name.startsWith(prefix) && labels.groupname?.includes(treePrefix),
  );
  return new Map(
    all.map(({ name, labels, value }) => {
      const family = name.slice(prefix.length);
      const sorted = Object.entries(labels).sort(([a], [b]) => a.localeCompare(b));
      return [JSON.stringify([family, sorted]), { family, labels, value }];
    }),
  );
}

function isSame({ labels, value }: Series, other: number): boolean {
  const tolerance = labels.memtype?.startsWith('proportional') ? sharedMemoryTolerance : 1e-12;
  return Math.abs(value - other) <= tolerance * Math.max(Math.abs(value), Math.abs(other));
}

function isWithin(bound: Bound, here: number | undefined, there: number | undefined): boolean {
  if ('only' in bound) return (bound.only === 'here' ? there : here) === undefined;
  if (here === undefined || there === undefined) return false;
  const [least, most] = bound.within;
  return here - there >= least && here - there <= most;
}
