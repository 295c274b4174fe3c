import { groupParts } from '../promql/queries/groups';

const names = ['now', 'average', 'minimum', 'maximum', 'p95'] as const;

/** What is told of a group or pod over a range, in cores; absent where there is no data for it. */
export type Figures = Partial<Readonly<Record<(typeof names)[number], number>>>;

/** Extremes are taken at every step, "now" at the end and over another window: it counts, too. */
function withinExtremes({ now, ...others }: Figures): Figures {
  const { minimum, maximum } = others;
  if (now === undefined) return others;
  return {
    now,
    ...others,
    ...(minimum !== undefined && { minimum: Math.min(minimum, now) }),
    ...(maximum !== undefined && { maximum: Math.max(maximum, now) }),
  };
}

/** Figures from the values of one row's parts. */
export function figuresOf(values: Readonly<Record<string, number>>): Figures {
  const known: readonly (readonly [string, number])[] = names.flatMap((name) => {
    const value = values[groupParts[name]];
    return value === undefined ? [] : [[name, value] as const];
  });
  return withinExtremes(Object.fromEntries(known));
}

/** Sum of one figure; rows without it count as nothing. */
export function sumOfFigure(rows: readonly Figures[], name: keyof Figures): number {
  return rows.reduce((sum, row) => sum + (row[name] ?? 0), 0);
}
