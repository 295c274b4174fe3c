import type { Account, Usage } from '../../../prometheus/series/account';
import { totalUsage } from '../../../prometheus/series/account';
import { isHostClass, podClasses } from '../../../prometheus/series/display-class';
import { wholePercents } from '../../format/percent';

/** A part of the node's capacity. */
export interface Part {
  /** Whole percent; all lines together make 100. */
  readonly percent: number;
  /** The same before rounding, from 0 to 1. */
  readonly exact: number;
}

/** One line of the account. Parts are absent where the idle time is unknown. */
export interface AccountLine extends Usage {
  readonly of: { readonly class: string } | { readonly mode: 'idle' | 'iowait' | 'steal' };
  readonly nowPart?: Part;
  readonly averagePart?: Part;
}

export type AccountTotal = Omit<AccountLine, 'of'>;

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

function together(parts: readonly Part[]): Part | undefined {
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, { percent, exact }) => ({
    percent: sum.percent + percent,
    exact: sum.exact + exact,
  }));
}

function totalOf(lines: readonly AccountLine[]): AccountTotal {
  const nowPart = together(lines.flatMap((line) => line.nowPart ?? []));
  const averagePart = together(lines.flatMap((line) => line.averagePart ?? []));
  return {
    ...totalUsage(lines),
    ...(nowPart && { nowPart }),
    ...(averagePart && { averagePart }),
  };
}

function sumOf(lines: readonly Usage[], figure: 'now' | 'average'): number {
  return lines.reduce((sum, line) => sum + (line[figure] ?? 0), 0);
}

/** What part of all lines each is; undefined where they are not all known, as they are with idle time. */
function partsOf(
  lines: readonly Usage[],
  figure: 'now' | 'average',
  idle: Usage,
): readonly Part[] | undefined {
  const all = sumOf(lines, figure);
  if (idle[figure] === undefined || all <= 0) return undefined;
  const weights = lines.map((line) => line[figure] ?? 0);
  return wholePercents(weights).map((percent, i) => ({ percent, exact: (weights[i] ?? 0) / all }));
}

/** Writes the account down as lines. Parts need the idle time: without it nothing has one. */
export function accountLines({ classes, modes, cpus }: Account): AccountLines {
  const plain: AccountLine[] = [
    ...classes.map(({ class: name, ...usage }) => ({ of: { class: name }, ...usage })),
    ...(['iowait', 'steal', 'idle'] as const).map((mode) => ({ of: { mode }, ...modes[mode] })),
  ];
  const nowParts = partsOf(plain, 'now', modes.idle);
  const averageParts = partsOf(plain, 'average', modes.idle);
  const lines = plain.map((line, i): AccountLine => {
    const [nowPart, averagePart] = [nowParts?.[i], averageParts?.[i]];
    return { ...line, ...(nowPart && { nowPart }), ...(averagePart && { averagePart }) };
  });
  const ofClasses = lines.filter(({ of }) => 'class' in of);
  const host = ofClasses.filter((line) => !isPod(line));
  const waited = ({ of, now, average }: AccountLine) =>
    'mode' in of && (of.mode === 'idle' || (now ?? 0) > 0 || (average ?? 0) > 0);
  const infrastructure = ofClasses.find(
    ({ of }) => 'class' in of && of.class === podClasses.infrastructure,
  );
  const capacity = cpus ?? (nowParts && sumOf(plain, 'now'));
  return {
    host,
    hostTotal: totalOf(host),
    ...(infrastructure && { platformTotal: totalOf([...host, infrastructure]) }),
    rest: lines.filter((line) => isPod(line) || waited(line)),
    busy: totalOf(ofClasses),
    ...(capacity !== undefined && { capacity }),
  };
}
