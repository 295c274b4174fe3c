import type { AreaPoint } from './stack';

/** Where moments (milliseconds since the epoch) and cores lie, in pixels from the upper left corner. */
export interface Projection {
  readonly xOf: (ms: number) => number;
  readonly yOf: (cores: number) => number;
}

// A tenth of a pixel is finer than any screen, and keeps the text of a path short.
function spot(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** The path of a line through points; empty for none. */
export function linePath(
  points: readonly { readonly x: number; readonly y: number }[],
  { xOf, yOf }: Projection,
): string {
  const spots = points.map(({ x, y }) => spot(xOf(x), yOf(y)));
  return spots.length === 0 ? '' : `M${spots.join('L')}`;
}

/** The path around an area: along its upper edge, and back along its lower one; empty for no points. */
export function areaPath(points: readonly AreaPoint[], { xOf, yOf }: Projection): string {
  const upper = points.map(({ x, y }) => spot(xOf(x), yOf(y)));
  const lower = points.map(({ x, y0 }) => spot(xOf(x), yOf(y0))).reverse();
  return upper.length === 0 ? '' : `M${[...upper, ...lower].join('L')}Z`;
}
