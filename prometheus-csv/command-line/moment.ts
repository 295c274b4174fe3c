const iso =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A moment in milliseconds since the epoch: `now`, seconds since the epoch, or a time in ISO 8601, which
 * without an offset is UTC, as the prototype read it. Undefined: it is none of these.
 */
export function parseMoment(text: string, nowMs: number): number | undefined {
  if (text === 'now') return nowMs;
  if (/^\d{9,11}(?:\.\d{1,3})?$/.test(text)) return Math.round(Number(text) * 1000);
  if (!iso.test(text)) return undefined;
  const normal = text.replace(' ', 'T').toUpperCase();
  const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/.test(normal) && normal.includes('T');
  const withTime = normal.includes('T') ? normal : `${normal}T00:00`;
  const ms = Date.parse(hasOffset ? withTime : `${withTime}Z`);
  return Number.isNaN(ms) ? undefined : ms;
}
