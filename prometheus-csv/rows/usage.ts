import type { IntervalSeries } from '../questions/series-set';
import type { Measured } from './measured';

/** Use of CPU over an interval: cores in each window (NaN: nobody measured), and on average. */
export interface Usage {
  readonly windows: Float64Array;
  readonly average: number;
}

/**
 * A series as means over what was measured. Where something was measured and the series has no value, it
 * was not there and used nothing; so that sums and columns agree, that is zero and not nothing.
 */
export function usageOf(series: IntervalSeries | undefined, measured: Measured): Usage {
  const windows = measured.parts.map((part, i) => {
    if (part === 0) return NaN;
    const cores = series?.windows[i];
    return cores === undefined || Number.isNaN(cores) ? 0 : cores / part;
  });
  const average = measured.ms > 0 ? (series?.coreMs ?? 0) / measured.ms : NaN;
  return { windows, average };
}

/** Several uses together. A moment counts when any of them was measured. */
export function sumOfUsages(usages: readonly Usage[], length: number): Usage {
  const windows = new Float64Array(length).fill(NaN);
  let average = 0;
  for (const usage of usages) {
    usage.windows.forEach((cores, i) => {
      const sum = windows[i] ?? NaN;
      if (!Number.isNaN(cores)) windows[i] = Number.isNaN(sum) ? cores : sum + cores;
    });
    if (!Number.isNaN(usage.average)) average += usage.average;
  }
  return { windows, average: windows.some((cores) => !Number.isNaN(cores)) ? average : NaN };
}

/** What is left of one use after others, never below nothing. */
export function restOfUsage(whole: Usage, parts: Usage): Usage {
  const rest = (a: number, b: number) => Math.max(0, a - (Number.isNaN(b) ? 0 : b));
  return {
    windows: whole.windows.map((cores, i) => rest(cores, parts.windows[i] ?? 0)),
    average: rest(whole.average, parts.average),
  };
}
