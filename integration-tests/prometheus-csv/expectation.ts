import type { KnownNode } from './known-series';
import { scrapesBefore } from './known-series';

/** Four figures of a row, in cores. */
export interface Expected {
  readonly avg_cores: number;
  readonly min_cores: number;
  readonly max_cores: number;
  readonly p95_cores: number;
}

const windowScrapes = 8;
const scrapeSeconds = 15;

/** Mean cores between two scrapes of a counter. */
function mean(secondsAt: (n: number) => number, from: number, to: number): number {
  return (secondsAt(to) - secondsAt(from)) / ((to - from) * scrapeSeconds);
}

/** As everybody learns it: sorted, with a line between the two values beside the rank. */
function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = 0.95 * (sorted.length - 1);
  const [below = NaN, above = below] = sorted.slice(Math.floor(rank), Math.floor(rank) + 2);
  return below + (above - below) * (rank % 1);
}

/**
 * What an hour that ends five seconds after the last scrape holds of a counter: its average, and the
 * means over windows of two minutes that end every 30 seconds. Every so many scrapes hold the counter;
 * where the node has fewer than the hour, only what was measured counts.
 */
export function expectedFigures(
  secondsAt: (n: number) => number,
  { every = 1, node }: { readonly every?: number; readonly node?: KnownNode } = {},
): Expected {
  const hour = 240;
  const first = Math.max(scrapesBefore - hour + every, node?.firstScrape ?? 0);
  const ends = Array.from({ length: 117 }, (_, i) => scrapesBefore - 2 * i);
  const windows = ends.flatMap((end) => {
    const from = Math.max(end - windowScrapes + every, node?.firstScrape ?? 0);
    return end > from ? [mean(secondsAt, from, end)] : [];
  });
  return {
    avg_cores: mean(secondsAt, first, scrapesBefore),
    min_cores: Math.min(...windows),
    max_cores: Math.max(...windows),
    p95_cores: percentile95(windows),
  };
}
