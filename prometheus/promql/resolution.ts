/** At most this many points a series: more than a chart of this width can show. */
const mostPoints = 240;

/** Four scrapes, so that a rate survives a missed one and never rests on two samples alone. */
const scrapesInWindow = 4;

/** Window of a rate that means "now", in milliseconds. */
export function nowWindow(scrapeIntervalMs: number): number {
  return scrapesInWindow * scrapeIntervalMs;
}

/** Distance of two points in milliseconds: whole scrapes, and few enough points for the range. */
export function rangeStep(rangeMs: number, scrapeIntervalMs: number): number {
  const scrapes = Math.ceil(rangeMs / mostPoints / scrapeIntervalMs);
  return Math.max(1, scrapes) * scrapeIntervalMs;
}

/** Prometheus finds a sample that is up to this old, so between moments no farther apart none is lost. */
export const lookbackMs = 300_000;

/** The longest range that is stepped through scrape by scrape. */
export function fineRange(scrapeIntervalMs: number): number {
  return mostPoints * scrapeIntervalMs;
}

/** Window of a rate over time: at least a step, so that no moment falls between two windows. */
export function stepWindow(rangeMs: number, scrapeIntervalMs: number): number {
  return Math.max(nowWindow(scrapeIntervalMs), rangeStep(rangeMs, scrapeIntervalMs));
}

/** The moments of a range query, in milliseconds since the epoch; both ends are asked for. */
export interface TimeAxis {
  readonly startMs: number;
  readonly endMs: number;
  readonly stepMs: number;
}

/**
 * Moments for a range that ends at `endMs`. A moving range lies on multiples of the step, so that a
 * refresh repeats the moments it shares with the one before; a pinned one ends exactly at its end.
 */
export function timeAxis(
  range: { endMs: number; rangeMs: number; moving: boolean },
  scrapeIntervalMs: number,
): TimeAxis {
  const stepMs = rangeStep(range.rangeMs, scrapeIntervalMs);
  const endMs = range.moving ? Math.floor(range.endMs / stepMs) * stepMs : range.endMs;
  const steps = Math.floor((endMs - (range.endMs - range.rangeMs)) / stepMs);
  return { startMs: endMs - steps * stepMs, endMs, stepMs };
}
