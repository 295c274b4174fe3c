import { parseExposition } from '../exposition/parse-exposition';
import { type Scrape, seriesOf } from './record';

/** What a scrape said and what the kernel said just before and after, for specs. */
export interface KnownScrape {
  readonly agent: string;
  readonly processExporter?: string;
  /** Of cgroup `a`: before the scrape and after it. */
  readonly usageUsec: readonly [number, number];
}

/** Scrapes 10 s apart on a machine of one CPU that is busy for a quarter of the time. */
export function knownScrapes(known: readonly KnownScrape[]): Scrape[] {
  return known.map(({ agent, processExporter = '', usageUsec }, i) => {
    const atSeconds = 100 + 10 * i;
    const node = { atSeconds, unusedSeconds: new Map([['cpu0', 50 + 7.5 * i]]) };
    const truth = (usec: number) => ({ node, usageUsec: new Map([['a', usec]]) });
    return {
      atSeconds,
      before: truth(usageUsec[0]),
      after: truth(usageUsec[1]),
      agent: seriesOf(parseExposition(agent)),
      processExporter: seriesOf(parseExposition(processExporter)),
    };
  });
}
