import type { ChartModel } from './chart-model';

/** A longer table would not be read. */
const mostRows = 60;

/** Moments of a chart as a table has them: at most 60, evenly spread, with the last. */
export function tableMoments({ stack: { times } }: Pick<ChartModel, 'stack'>): number[] {
  const stride = Math.max(1, Math.ceil(times.length / mostRows));
  const last = times.length - 1;
  return times.map((_, i) => i).filter((i) => (last - i) % stride === 0);
}
