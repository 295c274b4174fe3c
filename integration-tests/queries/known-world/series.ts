import type { Family } from '../../../metrics/family';
import { type Course, lastScrape, restart, scrapeSeconds, valueUntil } from './clock';

export type Labels = Readonly<Record<string, string>>;

/** A series of the world: its value at each scrape; absent where it is undefined. */
export interface Series {
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly labels: Labels;
  readonly at: (scrape: number) => number | undefined;
}

/** Whose series it is, and when it is there. */
export interface Target {
  readonly labels: Labels;
  /** Scraped at every so many scrapes of the world. */
  readonly every: number;
  /** First and last scrape; the whole world where it is left out. */
  readonly lives?: readonly [number, number];
  readonly restarts?: boolean;
}

type Named = Pick<Family, 'name'>;

function isScraped({ every, lives: [first, last] = [1, Infinity] }: Target, scrape: number) {
  return scrape % every === 0 && scrape >= first && scrape <= last;
}

/** CPU time of something that uses these cores. */
export function seconds({ name }: Named, target: Target, labels: Labels, cores: Course): Series {
  let total = 0;
  const totals = Array.from({ length: lastScrape + 1 }, (_, scrape) => {
    const begins = scrape === 0 || (target.restarts === true && scrape === restart);
    total = begins ? 0 : total + valueUntil(cores, scrape) * scrapeSeconds;
    return total;
  });
  return {
    name,
    type: 'counter',
    labels: { ...target.labels, ...labels },
    at: (scrape) => (isScraped(target, scrape) ? totals[scrape] : undefined),
  };
}

/** Something that has these values. */
export function value({ name }: Named, target: Target, labels: Labels, course: Course): Series {
  return {
    name,
    type: 'gauge',
    labels: { ...target.labels, ...labels },
    at: (scrape) => (isScraped(target, scrape) ? valueUntil(course, scrape) : undefined),
  };
}
