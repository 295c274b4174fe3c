import { rateWindow } from '../../prometheus/promql/resolution';
import type { Asked } from './inquiries';

/**
 * The same question at a pinned moment of the range: what was used then, and averages from the start of
 * the range to that moment, which are never shorter than what "now" needs.
 */
export function askedAt(asked: Asked, pinMs: number): Asked {
  const startMs = asked.endMs - asked.rangeMs;
  const endMs = Math.min(asked.endMs, Math.max(startMs, pinMs));
  return {
    ...asked,
    endMs,
    rangeMs: Math.max(endMs - startMs, rateWindow(asked.scrapeIntervalMs)),
    moving: false,
    subject: `${asked.subject} at ${pinMs}`,
  };
}
