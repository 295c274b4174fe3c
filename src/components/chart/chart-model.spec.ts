import { byClass, byLargest } from '../../../prometheus/series/over-time';
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
const kinds = {
  ...aligned,
  series: [
    { labels: { kind: 'infrastructure' }, values: [0.25, 0.5] },
    { labels: { kind: 'workload' }, values: [0.5, 1] },
  ],
};
const data = byClass(aligned, undefined);
const split = byClass(aligned, kinds);

describe('chartModel', () => {
  it('stacks in the order of the page and leaves out what used nothing', () => {
    const { stack, startMs, endMs } = chartModel(data, [], {});
    expect(stack.layers.map(({ key }) => key)).toEqual(['kernel', 'pod']);
    expect([startMs, endMs]).toEqual([0, 15_000]);
    const platformFirst = chartModel(split, [], {});
    expect(platformFirst.stack.layers.map(({ key }) => key)).toEqual([
      'kernel',
      'infrastructure-pod',
      'pod',
      'workload-pod',
    ]);
  });

  it('draws the capacity only where it lies in the scale', () => {
    expect(chartModel(data, [], { capacity: 3 })).toMatchObject({ capacity: 3, capacityLine: 3 });
    const wide = chartModel(data, [], { capacity: 64 });
    expect(wide.capacity).toBe(64);
    expect(wide).not.toHaveProperty('capacityLine');
  });

  it('has a scale that is round in percent of the node, in cores still', () => {
    const { axis } = chartModel(data, [], {}, { unit: 'percent', cpus: 6 });
    expect(axis.max).toBeCloseTo(3.24, 9);
    expect(axis.ticks.map((cores) => Math.round(cores / 0.06))).toEqual([10, 20, 30, 40, 50]);
  });

  it('makes room for the reservation, and only tells one that lies far above', () => {
    const near = chartModel(data, [], { reserved: 4 });
    expect(near.reservedLine).toBe(4);
    expect(near.axis.max).toBeGreaterThan(4);
    const far = chartModel(data, [], { reserved: 32 });
    expect(far).not.toHaveProperty('reservedLine');
    expect(far.reservedAbove).toBe(32);
    expect(far.axis.max).toBeLessThan(4);
  });

  it('draws the upper edge of what is judged', () => {
    expect(chartModel(split, [], { judged: 'host' }).edge).toEqual([0.5, 1]);
    expect(chartModel(split, [], { judged: 'platform' }).edge).toEqual([0.75, 1.5]);
    expect(chartModel(split, [], {})).not.toHaveProperty('edge');
  });

  it('adds up what is judged, else the platform where it can be told apart, else the host', () => {
    const host = { of: 'host', values: [0.5, 1] };
    const platform = { of: 'platform', values: [0.75, 1.5] };
    expect(chartModel(split, [], { judged: 'host' }).subtotal).toEqual(host);
    expect(chartModel(split, [], { judged: 'platform' }).subtotal).toEqual(platform);
    expect(chartModel(split, [], {}).subtotal).toEqual(platform);
    expect(chartModel(data, [], {}).subtotal).toEqual(host);
    expect(chartModel(split, ['kernel'], { judged: 'host' })).not.toHaveProperty('subtotal');
  });

  it('restacks without hidden layers, keeps their place in the legend, and draws no edge', () => {
    const model = chartModel(split, ['kernel'], { judged: 'platform', reserved: 2 });
    expect(model.stack.layers.map(({ key }) => key)).not.toContain('kernel');
    expect(model.layers.map(({ key }) => key)).toContain('kernel');
    expect(model.stack.totals).toEqual([1, 2]);
    expect(model).not.toHaveProperty('edge');
    expect(model).not.toHaveProperty('reservedLine');
  });

  it('gives groups of a class steps of its hue, by rank', () => {
    const services = {
      ...aligned,
      series: [...aligned.series, { labels: { class: 'service' }, values: [2, 2] }],
    };
    const largest = {
      ...aligned,
      series: [
        { labels: { class: 'service', unit: 'b', groupname: 'small' }, values: [0.5, 0.5] },
        { labels: { class: 'service', unit: 'a', groupname: 'large' }, values: [1, 1] },
      ],
    };
    const model = chartModel(byLargest(byClass(services, undefined), largest, 3), [], {});
    expect(model).not.toHaveProperty('subtotal');
    const { layers } = model;
    expect(layers.map(({ name, class: name2 }) => name ?? name2)).toEqual([
      'large',
      'small',
      'other',
      'pod',
    ]);
    expect(layers[0]!.colour).toContain('teal--300');
    expect(layers[1]!.colour).toContain('teal--100');
  });

  it('still has moments when nobody used anything', () => {
    const idle = { ...aligned, series: [{ labels: { class: 'kernel' }, values: [0, null] }] };
    const { stack, axis } = chartModel(byClass(idle, undefined), [], {});
    expect(stack.totals).toEqual([0, null]);
    expect(axis.max).toBe(1);
  });
});
