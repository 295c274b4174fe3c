const cache = new Map<string, Intl.DateTimeFormat>();

function dateTimeFormat(
  language: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = cache.get(key) ?? new Intl.DateTimeFormat(language, options);
  cache.set(key, format);
  return format;
}

const day = 86_400_000;
/** On a shorter axis the labels are less than a minute apart. */
const shortestWithoutSeconds = 300_000;
const clock = { hour: 'numeric', minute: '2-digit' } as const;
const date = { month: 'short', day: 'numeric' } as const;

/**
 * A moment on an axis of this span, in the browser's zone: "10:42 AM" up to a day (with
 * seconds below five minutes), "Mon 10:42 AM" up
 * to a week, "Nov 22" above.
 */
export function formatTick(ms: number, spanMs: number, language: string): string {
  if (spanMs <= day) {
    const seconds = spanMs < shortestWithoutSeconds && { second: '2-digit' as const };
    return dateTimeFormat(language, { ...clock, ...seconds }).format(ms);
  }
  if (spanMs <= 7 * day) {
    return dateTimeFormat(language, { weekday: 'short', ...clock }).format(ms);
  }
  return dateTimeFormat(language, date).format(ms);
}

function onSameDay(oneMs: number, otherMs: number): boolean {
  return new Date(oneMs).toDateString() === new Date(otherMs).toDateString();
}

/**
 * One moment by itself: the time, with the date when the range is longer than a day or the day is
 * another than that of `nowMs`, and with seconds when moments are less than a minute apart.
 */
export function formatMoment(
  ms: number,
  { spanMs, stepMs = 60_000, nowMs = ms }: { spanMs: number; stepMs?: number; nowMs?: number },
  language: string,
): string {
  return dateTimeFormat(language, {
    ...((spanMs > day || !onSameDay(ms, nowMs)) && date),
    ...clock,
    ...(stepMs < 60_000 && { second: '2-digit' }),
  }).format(ms);
}

/** From one moment to another, with dates where they are not on the same day: "10:05 – 11:05 AM". */
export function formatSpan(fromMs: number, toMs: number, language: string): string {
  return dateTimeFormat(language, { ...date, ...clock }).formatRange(fromMs, toMs);
}
