import { setTimeout as sleep } from 'node:timers/promises';

/** The pinned range: two moments at which Prometheus really scraped. */
export interface JudgedRange {
  readonly startMs: number;
  readonly endMs: number;
}

const atLeastMs = 60_000;
/** Counters begin at 0 and a new series stays there for one scrape; after that they tell the truth. */
const firstTrueScrape = 2;

/** The first scrape with true counters and the first one at least a minute later, once both are there. */
export function judgedRange(scrapes: readonly number[]): JudgedRange | undefined {
  const startMs = scrapes[firstTrueScrape];
  if (startMs === undefined) return undefined;
  const endMs = scrapes.find((moment) => moment >= startMs + atLeastMs);
  return endMs === undefined ? undefined : { startMs, endMs };
}

/** Waits until such a range exists. */
export async function awaitJudgedRange(
  scrapes: () => Promise<readonly number[]>,
  signal: AbortSignal,
): Promise<JudgedRange> {
  for (;;) {
    signal.throwIfAborted();
    const range = judgedRange(await scrapes());
    if (range) return range;
    await sleep(500);
  }
}
