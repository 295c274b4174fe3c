import { cpuSecondsAt, knownGroups, scrapeSeconds, type KnownGroup } from './formula';

/** What the page is to show of a group, in cores. */
export interface ExpectedCores {
  readonly now: number;
  readonly average: number;
  readonly min: number;
  readonly max: number;
}

/** "Now" is the average over windows of this many scrape intervals. */
const scrapesOfNow = 4;

/**
 * What a range of `scrapes` intervals that ends shortly after scrape `end` holds of these groups
 * together. A window of n intervals holds n scrapes, and Prometheus extends what lies between the first
 * and the last of them to the whole window.
 */
export function expectedCores(
  groups: readonly KnownGroup[],
  end: number,
  scrapes: number,
): ExpectedCores {
  const windowCores = (last: number, count: number) =>
    groups.reduce((cores, group) => cores + meanCores(group, last - count + 1, last), 0);
  const moments = Array.from({ length: scrapes }, (_, i) => windowCores(end - i, scrapesOfNow));
  return {
    now: windowCores(end, scrapesOfNow),
    average: windowCores(end, scrapes),
    min: Math.min(...moments),
    max: Math.max(...moments),
  };
}

/** Mean cores of a group between two scrapes. */
function meanCores(group: KnownGroup, from: number, to: number): number {
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
