import type { Account, Usage } from '../../../prometheus/series/account';
import { totalUsage } from '../../../prometheus/series/account';
import { isHostClass, podClasses } from '../../../prometheus/series/display-class';
import { wholePercents } from '../../format/percent';

/** One line of the account. */
export interface AccountLine extends Usage {
  readonly of: { readonly class: string } | { readonly mode: 'idle' | 'iowait' | 'steal' };
  /** Whole percent of the node's capacity now; all lines together make 100. */
  readonly percent?: number;
  /** The same before rounding, from 0 to 1. */
  readonly exact?: number;
}

export type AccountTotal = Usage & Pick<AccountLine, 'percent' | 'exact'>;

/** Lines and sums of the account, ready to be written down. */
export interface AccountLines {
  /** Everything of ours but the pods, lowest layer first. */
  readonly host: readonly AccountLine[];
  readonly hostTotal: AccountTotal;
  /** Host and infrastructure pods; absent while pods are not split. */
  readonly platformTotal?: AccountTotal;
  /** Pods, waiting and idle time. I/O wait and steal only where there is some. */
  readonly rest: readonly AccountLine[];
  readonly busy: AccountTotal;
  /** CPUs of the node: what the agent tells, else all its time together. */
  readonly capacity?: number;
}

function isPod({ of }: AccountLine): boolean {
  return 'class' in of && !isHostClass(of.class);
}

function sum(lines: readonly AccountLine[], figure: 'percent' | 'exact'): number | undefined {
  const values = lines.flatMap((line) => line[figure] ?? []);
  return values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0);
}

function totalOf(lines: readonly AccountLine[]): AccountTotal {
  const percent = sum(lines, 'percent');
  const exact = sum(lines, 'exact');
  return {
    ...totalUsage(lines),
    ...(percent !== undefined && { percent }),
    ...(exact !== undefined && { exact }),
  };
}

/** Writes the account down as lines. Percents need the idle time: without it nothing has one. */
export function accountLines({ classes, modes, cpus }: Account): AccountLines {
  const plain: AccountLine[] = [
    ...classes.map(({ class: name, ...usage }) => ({ of: { class: name }, ...usage })),
    ...(['iowait', 'steal', 'idle'] as const).map((mode) => ({ of: { mode }, ...modes[mode] })),
  ];
  const weights = plain.map(({ now }) => now ?? 0);
  const all = weights.reduce((total, weight) => total + weight, 0);
  const known = modes.idle.now !== undefined && all > 0;
  const percents = wholePercents(weights);
  const lines = plain.map((line, i): AccountLine =>
    known ? { ...line, percent: percents[i] ?? 0, exact: (weights[i] ?? 0) / all } : line,
  );
  const ofClasses = lines.filter(({ of }) => 'class' in of);
  const host = ofClasses.filter((line) => !isPod(line));
  const waited = ({ of, now, average }: AccountLine) =>
    'mode' in of && (of.mode === 'idle' || (now ?? 0) > 0 || (average ?? 0) > 0);
  const infrastructure = ofClasses.find(
    ({ of }) => 'class' in of && of.class === podClasses.infrastructure,
  );
  const capacity = cpus ?? (known ? all : undefined);
  return {
    host,
    hostTotal: totalOf(host),
    ...(infrastructure && { platformTotal: totalOf([...host, infrastructure]) }),
    rest: lines.filter((line) => isPod(line) || waited(line)),
    busy: totalOf(ofClasses),
    ...(capacity !== undefined && { capacity }),
  };
}
