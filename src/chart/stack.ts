/** One thing to stack: values at the shared moments, null where there is none. */
export interface StackInput {
  readonly key: string;
  readonly values: readonly (number | null)[];
}

/** One point of an area: from `y0` up to `y`, at `x` milliseconds since the epoch. */
export interface AreaPoint {
  readonly x: number;
  readonly y: number;
  readonly y0: number;
}

/** One thing stacked: its unbroken pieces. */
export interface Layer {
  readonly key: string;
  readonly segments: readonly (readonly AreaPoint[])[];
}

/** A stack of areas, bottom first. */
export interface Stack {
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly inputs: readonly StackInput[];
  readonly layers: readonly Layer[];
  /** Sum at each moment; null where nothing has a value. */
  readonly totals: readonly (number | null)[];
}

/** One missing step is bridged: a scrape may fail. From this many on, the area ends. */
const missingStepsThatEndAnArea = 2;

/** Runs of moments with data, as indexes; moments without are left out. */
function runsOf(totals: readonly (number | null)[]): number[][] {
  const runs: number[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  totals.forEach((total, index) => {
    if (total === null) return;
    const run = runs.at(-1);
    if (run === undefined || index - last > missingStepsThatEndAnArea) runs.push([index]);
    else run.push(index);
    last = index;
  });
  return runs;
}

/** A lonely sample stands for its step: as wide as one, since an area of no width cannot be seen. */
function widened(points: AreaPoint[], stepMs: number): AreaPoint[] {
  const [only, second] = points;
  if (only === undefined || second !== undefined) return points;
  return [
    { ...only, x: only.x - stepMs / 2 },
    { ...only, x: only.x + stepMs / 2 },
  ];
}

/**
 * Stacks series on one time axis, first at the bottom. Where others have a value, a missing one used
 * nothing (a session that had not begun); where none has, there is a gap.
 */
export function stackOf(
  times: readonly number[],
  stepMs: number,
  inputs: readonly StackInput[],
): Stack {
  const totals = times.map((_, i) => {
    const present = inputs.flatMap(({ values }) => values[i] ?? []);
    return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0);
  });
  const runs = runsOf(totals);
  const base = times.map(() => 0);
  const layers = inputs.map(({ key, values }) => {
    const segments = runs.map((run) => {
      const points = run.map((i): AreaPoint => {
        const y0 = base[i] ?? 0;
        return { x: times[i] ?? 0, y0, y: y0 + (values[i] ?? 0) };
      });
      return widened(points, stepMs);
    });
    values.forEach((value, i) => (base[i] = (base[i] ?? 0) + (value ?? 0)));
    return { key, segments };
  });
  return { times, stepMs, inputs, layers, totals };
}

/** A line through values, broken where there is no data, as areas are. */
export function lineSegments(
  times: readonly number[],
  values: readonly (number | null)[],
): { readonly x: number; readonly y: number }[][] {
  return runsOf(values).map((run) => run.map((i) => ({ x: times[i] ?? 0, y: values[i] ?? 0 })));
}

/** The largest total; 0 when nothing has a value. */
export function peakOf(stack: Stack): number {
  return stack.totals.reduce<number>((peak, total) => Math.max(peak, total ?? 0), 0);
}
