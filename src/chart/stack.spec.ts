import fc from 'fast-check';
import { peakOf, stackOf } from './stack';

const times = [0, 10, 20, 30, 40, 50];

describe('stackOf', () => {
  it('puts each series on top of those before it', () => {
    const { layers, totals } = stackOf([0, 10], 10, [
      { key: 'kernel', values: [1, 2] },
      { key: 'pod', values: [3, 4] },
    ]);
    expect(layers[0]?.segments).toEqual([
      [
        { x: 0, y0: 0, y: 1 },
        { x: 10, y0: 0, y: 2 },
      ],
    ]);
    expect(layers[1]?.segments[0]?.map(({ y0, y }) => [y0, y])).toEqual([
      [1, 4],
      [2, 6],
    ]);
    expect(totals).toEqual([4, 6]);
  });

  it('ends an area at two missing steps, and bridges one', () => {
    const [bridged] = stackOf(times, 10, [{ key: 'a', values: [1, 1, null, 1, 1, 1] }]).layers;
    expect(bridged?.segments.map((points) => points.map(({ x }) => x))).toEqual([
      [0, 10, 30, 40, 50],
    ]);
    const [split] = stackOf(times, 10, [{ key: 'a', values: [1, 1, null, null, 1, 1] }]).layers;
    expect(split?.segments.map((points) => points.map(({ x }) => x))).toEqual([
      [0, 10],
      [40, 50],
    ]);
  });

  it('counts a series as nothing where only others have values', () => {
    const { layers, totals } = stackOf(times, 10, [
      { key: 'session', values: [null, null, 2, 2, null, null] },
      { key: 'pod', values: [1, 1, 1, 1, 1, 1] },
    ]);
    expect(totals).toEqual([1, 1, 3, 3, 1, 1]);
    expect(layers[1]?.segments).toHaveLength(1);
    expect(layers[0]?.segments[0]?.map(({ y }) => y)).toEqual([0, 0, 2, 2, 0, 0]);
  });

  it('shows a lonely sample as wide as its step', () => {
    const { layers } = stackOf(times, 10, [
      { key: 'a', values: [null, null, null, 2, null, null] },
    ]);
    expect(layers[0]?.segments).toEqual([
      [
        { x: 25, y0: 0, y: 2 },
        { x: 35, y0: 0, y: 2 },
      ],
    ]);
  });

  it('has totals that are the top of the highest layer, for any data', () => {
    const value = fc.option(fc.double({ min: 0, max: 64, noNaN: true }), { nil: null });
    const values = fc.array(value, { minLength: times.length, maxLength: times.length });
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 9 }), (rows) => {
        const inputs = rows.map((row, i) => ({ key: String(i), values: row }));
        const stack = stackOf(times, 10, inputs);
        const top = stack.layers.at(-1)!.segments.flat();
        const drawn = stack.totals.flatMap((total, i) => {
          const at = top.find(({ x }) => x === times[i]);
          return at && total !== null ? [at.y - total] : [];
        });
        for (const difference of drawn) expect(difference).toBeCloseTo(0, 9);
        expect(peakOf(stack)).toBe(Math.max(0, ...stack.totals.map((total) => total ?? 0)));
      }),
    );
  });

  it('is empty without data', () => {
    const stack = stackOf(times, 10, [{ key: 'a', values: times.map(() => null) }]);
    expect(stack.layers).toEqual([{ key: 'a', segments: [] }]);
    expect(peakOf(stack)).toBe(0);
  });
});
