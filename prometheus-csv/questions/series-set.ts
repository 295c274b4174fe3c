import type { Labels, MatrixSeries, VectorSeries } from '../../prometheus/http-api/responses';
import { sampleValue } from '../../prometheus/series/sample-value';
import type { TimeGrid } from './time-grid';

/** One series over an interval: cores at every moment of the grid, and CPU time in all of it. */
export interface IntervalSeries {
  readonly labels: Labels;
  /** Means over the windows that end at the moments; NaN where there is none. */
  readonly windows: Float64Array;
  /** Core-milliseconds, from rates over whole pieces. */
  coreMs: number;
}

/** Series of one question, put together from the answers to its pieces. */
export class SeriesSet {
  readonly #series = new Map<string, IntervalSeries>();

  constructor(readonly grid: TimeGrid) {}

  addWindows(matrix: readonly MatrixSeries[]): void {
    const { moments, stepMs } = this.grid;
    const first = moments[0] ?? 0;
    for (const { metric, values } of matrix) {
      const { windows } = this.#of(metric);
      for (const [seconds, text] of values) {
        const index = Math.round((seconds * 1000 - first) / stepMs);
        const value = sampleValue(text);
        if (value !== null && index >= 0 && index < windows.length) windows[index] = value;
      }
    }
  }

  addAverages(vector: readonly VectorSeries[], spanMs: number): void {
    for (const { metric, value } of vector) {
      const cores = sampleValue(value[1]);
      if (cores !== null) this.#of(metric).coreMs += cores * spanMs;
    }
  }

  [Symbol.iterator](): IterableIterator<IntervalSeries> {
    return this.#series.values();
  }

  get size(): number {
    return this.#series.size;
  }

  #of(metric: Labels): IntervalSeries {
    const key = JSON.stringify(Object.entries(metric).sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = this.#series.get(key);
    if (known) return known;
    const windows = new Float64Array(this.grid.moments.length).fill(NaN);
    const series = { labels: metric, windows, coreMs: 0 };
    this.#series.set(key, series);
    return series;
  }
}
