import { formatDuration } from './duration';

describe('formatDuration', () => {
  it.each([
    [15_000, '15 seconds'],
    [60_000, '1 minute'],
    [305_000, '5 minutes 5 seconds'],
    [605_000, '10 minutes'],
    [900_000, '15 minutes'],
    [3_600_000, '1 hour'],
    [5_040_000, '1 hour 24 minutes'],
    [172_800_000, '2 days'],
    [1_209_600_000, '2 weeks'],
    [90_061_000, '1 day 1 hour'],
    [0, '0 seconds'],
    [499, '0 seconds'],
  ])('tells %d ms as %s', (ms, text) => {
    expect(formatDuration(ms, 'en')).toBe(text);
  });

  it("follows the console's language", () => {
    expect(formatDuration(3_600_000, 'de')).toBe('1 Stunde');
  });
});
