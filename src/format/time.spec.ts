import { formatMoment, formatSpan, formatTick } from './time';

// Local time, so that the spec holds in any zone.
const moment = new Date(2026, 10, 23, 10, 42, 15).getTime();
const hour = 3_600_000;
const day = 24 * hour;

/** Some versions of ICU put a narrow no-break space before AM. */
function plain(text: string): string {
  return text.replace(/[\u202f\u2009\u00a0]/g, ' ');
}

describe('times', () => {
  it.each([
    [60_000, '10:42:15 AM'],
    [hour, '10:42 AM'],
    [day, '10:42 AM'],
    [7 * day, 'Mon 10:42 AM'],
    [14 * day, 'Nov 23'],
  ])('labels an axis of %d ms with %s', (span, text) => {
    expect(plain(formatTick(moment, span, 'en'))).toBe(text);
  });

  it('tells one moment as exactly as the range and the step need', () => {
    const at = (spanMs: number, stepMs: number) =>
      plain(formatMoment(moment, { spanMs, stepMs }, 'en'));
    expect(at(hour, 60_000)).toBe('10:42 AM');
    expect(at(hour, 15_000)).toBe('10:42:15 AM');
    expect(at(2 * day, 600_000)).toBe('Nov 23, 10:42 AM');
  });

  it('tells the date of a moment that is not today', () => {
    const seenAt = (nowMs: number) => plain(formatMoment(moment, { spanMs: hour, nowMs }, 'en'));
    expect(seenAt(moment + 13 * hour)).toBe('10:42 AM');
    expect(seenAt(moment + 14 * hour)).toBe('Nov 23, 10:42 AM');
    expect(seenAt(moment - day)).toBe('Nov 23, 10:42 AM');
  });

  it('tells a span without saying the day twice', () => {
    const text = plain(formatSpan(moment, moment + hour, 'en'));
    expect(text.match(/Nov 23/g)).toHaveLength(1);
    expect(text).toContain('10:42');
    expect(text).toContain('11:42');
  });
});
