import {
  cpuSecondsAt,
  knownGroups,
  knownPods,
  scrapeSeconds,
  type KnownGroup,
  type KnownUse,
} from './formula';

/** What the page is to show of a group, in cores. */
export interface ExpectedCores {
  readonly now: number;
  readonly average: number;
}

/** What the table tells beside these, in cores; the percentile as Prometheus takes it, between neighbours. */
export interface ExpectedFigures {
  readonly min: number;
  readonly max: number;
  readonly p95: number;
}

/** "Now" and extremes are averages over windows of this many scrape intervals, two minutes. */
export const scrapesOfNow = 8;

/**
 * What a range of `scrapes` intervals that ends shortly after scrape `end` holds of these groups
 * together. A window of n intervals holds n scrapes, and Prometheus extends what lies between the first
 * and the last of them to the whole window.
 */
export function expectedCores(
  groups: readonly KnownUse[],
  end: number,
  scrapes: number,
): ExpectedCores {
  const windowCores = (last: number, count: number) => coresOf(groups, last, count);
  return { now: windowCores(end, scrapesOfNow), average: windowCores(end, scrapes) };
}

/** Mean cores of these together in a window of `count` scrape intervals that ends after scrape `last`. */
export function coresOf(uses: readonly KnownUse[], last: number, count: number): number {
  return uses.reduce((cores, use) => cores + meanCores(use, last - count + 1, last), 0);
}

/**
 * The figures of such a range: of windows that end with whole minutes of the clock, and of now. Whether the
 * first moment of the range is one of its moments differs between Prometheus' releases: there are two answers.
 */
export function expectedFigures(
  uses: readonly KnownUse[],
  end: number,
  endSeconds: number,
  scrapes: number,
): ExpectedFigures[] {
  const coresAt = (last: number) => coresOf(uses, last, scrapesOfNow);
  const { lasts, atStart } = wholeMinutes(end, endSeconds, scrapes);
  return [lasts, [...lasts, ...atStart]].map((ends) => {
    const moments = ends.map(coresAt);
    const extremes = [...moments, coresAt(end)];
    return {
      min: Math.min(...extremes),
      max: Math.max(...extremes),
      p95: quantile(0.95, moments),
    };
  });
}

/** A quantile between neighbours, by rank. */
export function quantile(q: number, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = q * (sorted.length - 1);
  const [low = NaN, high = low] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
  return low + (rank - Math.floor(rank)) * (high - low);
}

/** Mean cores of a group between two scrapes. */
function meanCores(group: KnownUse, from: number, to: number): number {
  return (cpuSecondsAt(group, to) - cpuSecondsAt(group, from)) / ((to - from) * scrapeSeconds);
}

/** The known groups by class. */
export function groupsByClass(): Map<string, KnownGroup[]> {
  const classes = new Map<string, KnownGroup[]>();
  for (const group of knownGroups) {
    classes.set(group.class, [...(classes.get(group.class) ?? []), group]);
  }
  return classes;
}

/** What the page makes of the pods in one window: kubelet's split of what our class `pod` used. */
export interface ExpectedPods {
  readonly infrastructure: number;
  readonly workload: number;
  readonly unsplit: number;
}

/** The split at the moment after scrape `last`; kubelet's windows are never shorter than two minutes. */
export function expectedPods(last: number, count: number): ExpectedPods {
  const used = coresOf(groupsByClass().get('pod') ?? [], last, count);
  const told = (wanted: boolean) =>
    coresOf(
      knownPods.filter(({ infrastructure }) => infrastructure === wanted),
      last,
      Math.max(count, scrapesOfNow),
    );
  const [infrastructure, workload] = [told(true), told(false)];
  const part = Math.min(1, used / (infrastructure + workload));
  return {
    infrastructure: infrastructure * part,
    workload: workload * part,
    unsplit: Math.max(0, used - infrastructure - workload),
  };
}

const scrapesAMinute = 60 / scrapeSeconds;

/**
 * The scrapes before the whole minutes of the clock in a range, the last first; that of the range's very
 * start by itself.
 */
function wholeMinutes(end: number, endSeconds: number, scrapes: number) {
  const sinceMinute = (endSeconds / scrapeSeconds) % scrapesAMinute;
  const minutes = Math.ceil((scrapes - sinceMinute) / scrapesAMinute);
  const lasts = Array.from({ length: minutes }, (_, i) => end - sinceMinute - i * scrapesAMinute);
  return { lasts, atStart: sinceMinute === 0 ? [end - scrapes] : [] };
}

/** Host and infrastructure pods in the minutes of a range, which are whole ones of the clock. */
export function expectedPlatform(end: number, endSeconds: number, scrapes: number): number[] {
  const host = knownGroups.filter((group) => group.class !== 'pod');
  return wholeMinutes(end, endSeconds, scrapes).lasts.map(
    (last) =>
      coresOf(host, last, scrapesAMinute) + expectedPods(last, scrapesAMinute).infrastructure,
  );
}
