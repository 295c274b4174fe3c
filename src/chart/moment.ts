import type { Stack } from './stack';

/** The index of the moment nearest to `ms`; 0 for none. */
export function nearestMoment(times: readonly number[], ms: number): number {
  let nearest = 0;
  times.forEach((time, index) => {
    if (Math.abs(time - ms) < Math.abs((times[nearest] ?? Infinity) - ms)) nearest = index;
  });
  return nearest;
}

/** The stack at one moment. */
export interface Moment {
  readonly ms: number;
  /** null over a gap. */
  readonly total: number | null;
  /** Largest first; nothing over a gap. */
  readonly values: readonly { readonly key: string; readonly value: number }[];
}

/** What lies under the cursor. */
export function momentAt(stack: Stack, index: number): Moment {
  const total = stack.totals[index] ?? null;
  const values = stack.inputs
    .map(({ key, values: all }) => ({ key, value: all[index] ?? 0 }))
    .sort((a, b) => b.value - a.value);
  return { ms: stack.times[index] ?? 0, total, values: total === null ? [] : values };
}
