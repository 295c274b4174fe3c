/** How figures spread that were measured again and again. */
export interface Spread {
  readonly median: number;
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
}

/** @throws Error when there is nothing to describe */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) {
    throw new Error('Expected figures to describe, found none.');
  }
  const middle = (sorted.length - 1) / 2;
  const at = (index: number) => sorted[index] ?? NaN;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    mean: sum(sorted) / sorted.length,
    lowest,
    highest,
  };
}

/** A straight line through points, by least squares. */
export interface Line {
  readonly slope: number;
  readonly atZero: number;
  /** 1: all points lie on the line; 0: it explains nothing (coefficient of determination). */
  readonly fit: number;
}

/** @throws Error when the points do not differ in x */
export function lineThrough(points: readonly (readonly [x: number, y: number])[]): Line {
  const meanX = sum(points.map(([x]) => x)) / points.length;
  const meanY = sum(points.map(([, y]) => y)) / points.length;
  const squares = sum(points.map(([x]) => (x - meanX) ** 2));
  if (!(squares > 0)) throw new Error('Expected points at different places, found one place.');
  const slope = sum(points.map(([x, y]) => (x - meanX) * (y - meanY))) / squares;
  const atZero = meanY - slope * meanX;
  const total = sum(points.map(([, y]) => (y - meanY) ** 2));
  const left = sum(points.map(([x, y]) => (y - atZero - slope * x) ** 2));
  return { slope, atZero, fit: total === 0 ? 1 : 1 - left / total };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
