/** At most this many points a series: more than a chart of this width can show. */
const mostPoints = 240;

/** Four scrapes, so that a rate survives a missed one and never rests on two samples alone. */
const scrapesInWindow = 4;

/** kubelet is scraped this often on OpenShift, whatever our own interval is. */
const kubeletScrapeIntervalMs = 30_000;

/** The shortest window of a rate of our own series, in milliseconds. */
export function rateWindow(scrapeIntervalMs: number): number {
  return scrapesInWindow * scrapeIntervalMs;
}

/**
 * Window of a rate that means "now": four scrapes of whoever is scraped least often, so that what
 * stands side by side (hosts and pods, account and table) is of the same time.
 */
export function nowWindow(scrapeIntervalMs: number): number {
  return scrapesInWindow * Math.max(scrapeIntervalMs, kubeletScrapeIntervalMs);
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
  return Math.max(rateWindow(scrapeIntervalMs), rangeStep(rangeMs, scrapeIntervalMs));
}

/** The same for what is compared with pods, or is of pods. */
export function sharedStepWindow(rangeMs: number, scrapeIntervalMs: number): number {
  return Math.max(nowWindow(scrapeIntervalMs), rangeStep(rangeMs, scrapeIntervalMs));
}

/**
 * Distance of the windows whose extremes and 95th percentile the table tells. Every moment lies in two of
 * them, or in one where they are a step of the chart long: closer ones, nearly equal to their neighbours,
 * would tell little more, and were most of what the page cost Prometheus.
 */
export function figureStep(rangeMs: number, scrapeIntervalMs: number): number {
  const halfMs = nowWindow(scrapeIntervalMs) / 2;
  return Math.max(halfMs, rangeStep(rangeMs, scrapeIntervalMs));
}

/** At most this many windows are judged, whatever the range. */
const mostJudgedWindows = 1_440;

/**
 * Length and distance of the means that a reservation is judged by: one minute (four scrapes) up to a
 * day, so that what was exceeded for a minute is seen, and longer beyond, so that it can be afforded.
 */
export function judgedWindow(rangeMs: number, scrapeIntervalMs: number): number {
  const shortest = rateWindow(scrapeIntervalMs);
  return Math.max(1, Math.ceil(rangeMs / mostJudgedWindows / shortest)) * shortest;
}

/** A trend beside a row has at most this many points. */
const trendPoints = 40;

/** Distance of two points of a trend, in whole steps of the chart. */
export function trendStep(rangeMs: number, scrapeIntervalMs: number): number {
  const step = rangeStep(rangeMs, scrapeIntervalMs);
  return Math.max(1, Math.ceil(rangeMs / trendPoints / step)) * step;
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
  stepMs = rangeStep(range.rangeMs, scrapeIntervalMs),
): TimeAxis {
  const endMs = range.moving ? Math.floor(range.endMs / stepMs) * stepMs : range.endMs;
  const steps = Math.floor((endMs - (range.endMs - range.rangeMs)) / stepMs);
  return { startMs: endMs - steps * stepMs, endMs, stepMs };
}

/**
 * The moments whose means a reservation is judged by, each the end of one: multiples of their length, so
 * that a link to a moment judges by the same means as the page did, and none that ends before the range.
 */
export function judgedAxis(
  { endMs, rangeMs }: { endMs: number; rangeMs: number },
  scrapeIntervalMs: number,
): TimeAxis {
  const stepMs = judgedWindow(rangeMs, scrapeIntervalMs);
  const last = Math.floor(endMs / stepMs) * stepMs;
  const first = (Math.floor((endMs - rangeMs) / stepMs) + 1) * stepMs;
  return { startMs: Math.min(first, last), endMs: last, stepMs };
}
