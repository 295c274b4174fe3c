/** How many requests are answered: `burst` at once, and one more every `intervalMs`. */
export interface RateLimit {
  readonly intervalMs: number;
  readonly burst: number;
}

/**
 * Says for each request whether it is within the limit (a token bucket).
 * @param nowMs a clock that never steps back
 */
export function tokenBucket({ intervalMs, burst }: RateLimit, nowMs: () => number): () => boolean {
  let tokens = burst;
  let filledMs = nowMs();
  return () => {
    const now = nowMs();
    tokens = Math.min(burst, tokens + (now - filledMs) / intervalMs);
    filledMs = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
