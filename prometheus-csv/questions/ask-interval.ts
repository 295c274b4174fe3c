import type { Client } from '../../prometheus/http-api/client';
import type { Expression } from '../../prometheus/promql/expression';
import { SeriesSet } from './series-set';
import type { TimeGrid } from './time-grid';

/** A question to which windows of any length can be put. */
export type WindowQuestion = (windowMs: number) => Expression<string>;

/** What happens while questions are asked. */
export interface Watcher {
  /** So many of so many requests are done. */
  readonly onProgress: (done: number, all: number) => void;
  /** Prometheus answered, and says that something may be missing. */
  readonly onWarning: (text: string) => void;
}

/**
 * Asks questions about a grid, piece by piece: for each the windows at its moments, and the rate over
 * its whole span, from which averages are made. No answer is longer than a piece.
 */
export async function askInterval<Name extends string>(
  client: Client,
  grid: TimeGrid,
  questions: Readonly<Record<Name, WindowQuestion>>,
  { onProgress, onWarning }: Watcher,
): Promise<Record<Name, SeriesSet>> {
  const named = Object.entries<WindowQuestion>(questions);
  const sets = new Map(named.map(([name]) => [name, new SeriesSet(grid)]));
  const all = named.length * grid.pieces.length;
  let done = 0;
  onProgress(done, all);
  for (const { firstMs, lastMs, fromMs, toMs } of grid.pieces) {
    const axis = { startMs: firstMs, endMs: lastMs, stepMs: grid.stepMs };
    for (const [name, question] of named) {
      const windows = await client.over(question(grid.windowMs).promql, axis);
      const spanMs = toMs - fromMs;
      const averages = await client.at(question(spanMs).promql, toMs);
      sets.get(name)?.addWindows(windows.series);
      sets.get(name)?.addAverages(averages.series, spanMs);
      for (const warning of [...windows.warnings, ...averages.warnings]) onWarning(warning);
      onProgress(++done, all);
    }
  }
  return Object.fromEntries(sets) as Record<Name, SeriesSet>;
}
