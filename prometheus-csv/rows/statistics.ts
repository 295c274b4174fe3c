import type { Usage } from './usage';

/** The four figures of a row, in cores; NaN where nothing was measured. */
export interface Figures {
  readonly average: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly p95: number;
}

/** Average over the interval; minimum, maximum and 95th percentile of its windows. */
export function figuresOf({ windows, average }: Usage): Figures {
  const sorted = windows.filter((cores) => !Number.isNaN(cores)).sort();
  return {
    average,
    minimum: sorted[0] ?? NaN,
    maximum: sorted.at(-1) ?? NaN,
    p95: quantile(sorted, 0.95),
  };
}

/** As Prometheus' `quantile`: linear between the two values beside the rank. */
export function quantile(sorted: Float64Array, q: number): number {
  const rank = q * (sorted.length - 1);
  const lower = sorted[Math.floor(rank)] ?? NaN;
  const upper = sorted[Math.ceil(rank)] ?? NaN;
  return lower + (upper - lower) * (rank - Math.floor(rank));
}
