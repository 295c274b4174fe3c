import { chartModel } from './chart-model';

const aligned = {
  times: [0, 15_000],
  stepMs: 15_000,
  series: [
    { labels: { class: 'pod' }, values: [1, 2] },
    { labels: { class: 'session' }, values: [0, 0] },
    { labels: { class: 'kernel' }, values: [0.5, 1] },
  ],
};

describe('chartModel', () => {
  it('stacks in the order of the contract and leaves out what used nothing', () => {
    const { stack, startMs, endMs } = chartModel(aligned, undefined);
    expect(stack.layers.map(({ key }) => key)).toEqual(['kernel', 'pod']);
    expect([startMs, endMs]).toEqual([0, 15_000]);
  });

  it('draws the capacity only where it lies in the scale', () => {
    expect(chartModel(aligned, 3)).toMatchObject({ capacity: 3, capacityLine: 3 });
    const wide = chartModel(aligned, 64);
    expect(wide.capacity).toBe(64);
    expect(wide).not.toHaveProperty('capacityLine');
  });

  it('still has moments when nobody used anything', () => {
    const { stack, axis } = chartModel(
      { ...aligned, series: [{ labels: { class: 'kernel' }, values: [0, null] }] },
      undefined,
    );
    expect(stack.totals).toEqual([0, null]);
    expect(axis.max).toBe(1);
  });
});
