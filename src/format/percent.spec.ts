import fc from 'fast-check';
import { formatPercent, formatShare, wholePercents } from './percent';

describe('wholePercents', () => {
  it('adds to 100 where rounding each alone would not', () => {
    expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
    expect(wholePercents([0.27, 0.11, 0.68, 1.04, 5.9])).toEqual([3, 1, 9, 13, 74]);
  });

  it('adds to 100 and is never off by one, for any weights', () => {
    const weight = fc.double({ min: 0, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 20 }), (weights) => {
        const sum = weights.reduce((total, value) => total + value, 0);
        fc.pre(sum > 1e-6);
        const percents = wholePercents(weights);
        expect(percents.reduce((total, value) => total + value, 0)).toBe(100);
        percents.forEach((percent, i) => {
          expect(Math.abs(percent - (weights[i]! / sum) * 100)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  it('has no percent of nothing', () => {
    expect(wholePercents([0, 0])).toEqual([0, 0]);
    expect(wholePercents([])).toEqual([]);
    expect(wholePercents([-1, 2])).toEqual([0, 100]);
  });
});

describe('percents', () => {
  it.each([
    [24, 0.236, '24%'],
    [1, 0.006, '<1%'],
    [0, 0.001, '<1%'],
    [0, 0, '0%'],
    [100, 1, '100%'],
  ])('shows %d (exactly %d) as %s', (percent, exact, text) => {
    expect(formatPercent(percent, exact, 'en')).toBe(text);
  });

  it.each([
    [0.296, '29.6%'],
    [0.0004, '<0.1%'],
    [0, '0.0%'],
  ])('shows a share of %d as %s', (ratio, text) => {
    expect(formatShare(ratio, 'en')).toBe(text);
  });
});
