/** The agent is scraped this often; kubelet every second time, kube-state-metrics every fourth. */
export const scrapeSeconds = 15;

/**
 * Scrapes lie this much before the quarters of a minute, and questions are asked a little after them: windows
 * then hold the same scrapes whether Prometheus counts their start in (2) or not (3).
 */
const leadSeconds = 5;

/** The last scrape of the world; it begins with scrape 1. */
export const lastScrape = 484;

/** When a scrape is taken, in seconds since the beginning of the world. */
export function secondsOf(scrape: number): number {
  return scrape * scrapeSeconds - leadSeconds;
}

/** The scrape at a minute and second of the world. */
function scrapeAt(minute: number, second: number): number {
  return (60 * minute + second + leadSeconds) / scrapeSeconds;
}

/** When a question of a minute is asked. The hour of all questions is the one before 120:03. */
export function secondsAt(minute: number): number {
  return 60 * minute + 3;
}

const firstBegins = scrapeAt(57, 55);
const secondBegins = scrapeAt(89, 55);
const burstBegins = scrapeAt(104, 55);
const burstEnds = scrapeAt(105, 25);
const lastBegins = scrapeAt(117, 55);
const lastEnds = scrapeAt(119, 55);

/** The agent of the node that is asked about starts anew: its counters begin at 0, and an interval is lost. */
export const restart = scrapeAt(110, 25);

/** How something goes through the world; all changes are at scrapes. */
export interface Course {
  /** Before the hour and after it, where no question may see it. */
  readonly before: number;
  /** In the first half of the hour. */
  readonly first: number;
  /** In the second half. */
  readonly second: number;
  /** In the half minute after 104:55; else as in the second half. */
  readonly burst?: number;
  /** In the last two minutes; else as in the second half. */
  readonly last?: number;
}

/** The same at all times. */
export function always(value: number): Course {
  return { before: value, first: value, second: value };
}

/** What the course was between the scrape before this one and this one. */
export function valueUntil(course: Course, scrape: number): number {
  const { before, first, second, burst = second, last = second } = course;
  if (scrape <= firstBegins || scrape > lastEnds) return before;
  if (scrape <= secondBegins) return first;
  if (scrape > burstBegins && scrape <= burstEnds) return burst;
  return scrape > lastBegins ? last : second;
}
