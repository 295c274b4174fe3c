import fc from 'fast-check';
import { valueAxis } from './value-axis';

describe('valueAxis', () => {
  it.each([
    [0, 1, 0.2, [0.2, 0.4, 0.6, 0.8, 1]],
    [5.9, 6.372, 2, [2, 4, 6]],
    [3, 3.24, 1, [1, 2, 3]],
    [0.3, 0.324, 0.1, [0.1, 0.2, 0.3]],
    [100, 108, 20, [20, 40, 60, 80, 100]],
  ])('for a peak of %d ends at %d and steps by %d', (peak, max, step, ticks) => {
    const axis = valueAxis(peak);
    expect(axis.max).toBeCloseTo(max, 9);
    expect(axis.step).toBe(step);
    expect(axis.ticks).toEqual(ticks);
  });

  it('has ticks that are round in another unit than its values', () => {
    const perPercent = 0.08;
    const { max, step, ticks } = valueAxis(2.4, perPercent);
    expect(max).toBeCloseTo(2.592, 9);
    expect(step / perPercent).toBeCloseTo(10, 9);
    expect(ticks.map((tick) => Math.round((tick / perPercent) * 1e6) / 1e6)).toEqual([10, 20, 30]);
    expect(valueAxis(0, perPercent).max).toBe(perPercent);
  });

  it('has two to six ticks inside the axis, for any peak', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e4, noNaN: true }), (peak) => {
        const { max, ticks } = valueAxis(peak);
        expect(max).toBeGreaterThan(peak);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.at(-1)).toBeLessThanOrEqual(max * (1 + 1e-9));
      }),
    );
  });
});
