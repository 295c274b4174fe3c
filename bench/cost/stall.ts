import { setTimeout as sleep } from 'node:timers/promises';
import { get } from '../exporters/scrape';

/** How long the agent's event loop did not answer. */
export interface Stall {
  /** The longest in any of the scrapes, in milliseconds. */
  readonly longestMs: number;
  /** The longest while nobody scraped: what the machine and the asking themselves cause. */
  readonly quietMs: number;
}

const quietForMs = 1000;

/**
 * Asks `/healthz` again and again, each time when the answer before has come, while the metrics are
 * scraped: no answer takes longer than the loop was held up, but for the way there and back and for
 * what else runs on the machine. (prom-client's own figure wakes up every 100 ms only, and misses most.)
 */
export async function longestStall(
  metricsUrl: string,
  scrapes: number,
  intervalSeconds: number,
): Promise<Stall> {
  const healthUrl = new URL('/healthz', metricsUrl).href;
  const quietMs = await longestAnswer(healthUrl, sleep(quietForMs));
  let longestMs = 0;
  for (let i = 0; i < scrapes; i++) {
    await sleep(intervalSeconds * 1000);
    longestMs = Math.max(longestMs, await longestAnswer(healthUrl, get(metricsUrl)));
  }
  return { longestMs, quietMs };
}

async function longestAnswer(url: string, during: Promise<unknown>): Promise<number> {
  const state = { over: false };
  const ended = during.finally(() => (state.over = true));
  // Awaited below; it may fail while an answer is under way.
  ended.catch(() => undefined);
  let longestMs = 0;
  while (!state.over) {
    // A connection of its own: the scrape's is busy.
    const startMs = performance.now();
    const response = await fetch(url);
    await response.arrayBuffer();
    longestMs = Math.max(longestMs, performance.now() - startMs);
  }
  await ended;
  return longestMs;
}
