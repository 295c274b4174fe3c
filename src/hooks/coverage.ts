import { rateWindow } from '../../prometheus/promql/resolution';

/** What the user asked for: a range and where it ends. Times in milliseconds. */
export interface WantedRange {
  readonly endMs: number;
  readonly rangeMs: number;
  /** Whether the end moves with the clock. */
  readonly moving: boolean;
}

/** First and last moment with data in the wanted range. */
export interface DataExtent {
  readonly firstMs: number;
  readonly lastMs: number;
}

/** What part of the wanted range the numbers can speak for. */
export interface Coverage {
  /** The moment that "now" means: the end, or the last data when the agent fell silent before it. */
  readonly momentMs: number;
  /** What averages, minima and maxima cover, up to that moment. */
  readonly rangeMs: number;
  /** Set when data begins so late in the range that averages begin there. */
  readonly dataFromMs?: number;
  /** Set when the agent fell silent: how long ago. Never for an end that lies in the past. */
  readonly silentMs?: number;
}

/** Less than this part of the range without data is not worth telling. */
const negligible = 0.05;

/**
 * Prometheus extends a rate to the end of its window while the last sample is at most 1.1 intervals
 * old; after that, rates at the end would be too low, and are taken at the last sample instead.
 */
const freshScrapes = 1.1;

/**
 * Decides what an answer covers, given at `presentMs`. Windows never get shorter than the one that "now"
 * needs. An end in the future is not waited for: data cannot be there yet.
 */
export function coverageOf(
  { endMs, rangeMs, moving }: WantedRange,
  { firstMs, lastMs }: DataExtent,
  scrapeIntervalMs: number,
  presentMs: number,
): Coverage {
  const startMs = endMs - rangeMs;
  const expectedMs = Math.min(endMs, Math.max(presentMs, lastMs));
  const age = expectedMs - lastMs;
  const momentMs = age > freshScrapes * scrapeIntervalMs ? lastMs : expectedMs;
  const late = firstMs - startMs > negligible * rangeMs;
  const coveredMs = momentMs - (late ? firstMs : startMs);
  const window = rateWindow(scrapeIntervalMs);
  const past = !moving && presentMs - endMs > window;
  return {
    momentMs,
    rangeMs: late || momentMs !== endMs ? Math.max(coveredMs, window) : coveredMs,
    ...(late && { dataFromMs: firstMs }),
    ...(!past && age > window && { silentMs: age }),
  };
}
