import type { Labels, MatrixSeries } from '../http-api/responses';
import type { TimeAxis } from '../promql/resolution';
import { sampleValue } from './sample-value';

/** Series that share their moments: `values[i]` is the value at `times[i]`, null where there is none. */
export interface Aligned {
  /** Milliseconds since the epoch, ascending, one step apart. */
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly series: readonly {
    readonly labels: Labels;
    readonly values: readonly (number | null)[];
  }[];
}

/** Puts the answer to a range query on the axis it was asked for; what is missing stays missing. */
export function align(matrix: readonly MatrixSeries[], axis: TimeAxis): Aligned {
  const { startMs, endMs, stepMs } = axis;
  const count = Math.floor((endMs - startMs) / stepMs) + 1;
  const times = Array.from({ length: count }, (_, i) => startMs + i * stepMs);
  const series = matrix.map(({ metric, values: samples }) => {
    const values = new Array<number | null>(count).fill(null);
    for (const [seconds, text] of samples) {
      const index = Math.round((seconds * 1000 - startMs) / stepMs);
      if (index >= 0 && index < count) values[index] = sampleValue(text);
    }
    return { labels: metric, values };
  });
  return { times, stepMs, series };
}
