import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing } from './failure-text';
import type { Received } from './send';

const firstDelayMs = 500;
const longestDelayMs = 60_000;

/** Status codes of a server that may answer later. */
function isBusy(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 501);
}

/**
 * Repeats a request while the server is busy or the connection breaks: after half a second, and each
 * time after twice as long, unless the server says (`Retry-After`) how long to wait. The last answer
 * counts, whatever it is.
 */
export async function withRetries(
  attempt: () => Promise<Received>,
  retries: number,
  signal: AbortSignal,
): Promise<Received> {
  for (let done = 0; ; done++) {
    let delayMs = firstDelayMs * 2 ** done;
    try {
      const received = await attempt();
      if (!isBusy(received.status) || done >= retries) return received;
      delayMs = retryAfterMs(received.headers['retry-after']) ?? delayMs;
    } catch (error) {
      if (!isPassing(error) || signal.aborted || done >= retries) throw error;
    }
    // Many of us may have been turned away at the same moment.
    const spread = 0.75 + Math.random() / 2;
    await sleep(Math.min(delayMs * spread, longestDelayMs), undefined, { signal });
  }
}

function retryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
