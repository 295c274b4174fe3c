import fc from 'fast-check';
import { duration } from './duration';

const sizes: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };

function milliseconds(text: string): number {
  const parts = [...text.matchAll(/(\d+)(ms|[dhms])/g)];
  expect(parts.map(([part]) => part).join('')).toBe(text);
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * sizes[unit!]!, 0);
}

describe('duration', () => {
  it.each([
    [15_000, '15s'],
    [60_000, '1m'],
    [5_400_000, '1h30m'],
    [1_209_600_000, '14d'],
    [15_001, '15s1ms'],
    [1, '1ms'],
  ])('writes %d ms as %s', (value, text) => {
    expect(duration(value)).toBe(text);
  });

  it('means exactly the milliseconds it was given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 * 86_400_000 }), (value) => {
        expect(milliseconds(duration(value))).toBe(value);
      }),
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => duration(value)).toThrow(RangeError);
  });
});
