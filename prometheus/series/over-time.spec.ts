import fc from 'fast-check';
import type { Aligned } from './align';
import { byClass, byLargest, overTimeOf, sumOfLayers } from './over-time';

const times = [0, 15_000, 30_000];

function aligned(series: Record<string, (number | null)[]>, label: string): Aligned {
  return {
    times,
    stepMs: 15_000,
    series: Object.entries(series).map(([name, values]) => ({ labels: { [label]: name }, values })),
  };
}

const classes = aligned(
  { pod: [2, null, 2], kernel: [0.5, null, 1], service: [1, null, 1] },
  'class',
);
const kinds = aligned({ infrastructure: [0.5, null, 1], workload: [1, null, 2] }, 'kind');

describe('classes over time', () => {
  it('are in the order of the page, with pods in one piece where nobody splits them', () => {
    const { layers } = byClass(classes, undefined);
    expect(layers.map(({ key }) => key)).toEqual(['kernel', 'service', 'pod']);
    expect(byClass(classes, aligned({}, 'kind')).layers).toEqual(layers);
  });

  it('have pods split at each moment, and gaps stay gaps', () => {
    const { layers } = byClass(classes, kinds);
    const valuesOf = (key: string) => layers.find((layer) => layer.key === key)?.values;
    expect(layers.map(({ key }) => key)).toEqual([
      'kernel',
      'service',
      'infrastructure-pod',
      'pod',
      'workload-pod',
    ]);
    expect(valuesOf('infrastructure-pod')).toEqual([0.5, null, 2 / 3]);
    expect(valuesOf('workload-pod')).toEqual([1, null, 4 / 3]);
    expect(valuesOf('pod')).toEqual([0.5, null, 0]);
  });
});

describe('the largest over time', () => {
  const largest: Aligned = {
    times,
    stepMs: 15_000,
    series: [
      { labels: { class: 'service', unit: 'a.service', groupname: 'a' }, values: [0.75, null, 1] },
      { labels: { class: 'kernel', unit: 'k', groupname: 'k' }, values: [0.5, null, 0.25] },
    ],
  };

  it('leave exactly the rest of the host as other; pods stay what they are', () => {
    const { layers } = byLargest(byClass(classes, kinds), largest, 9);
    expect(layers.map(({ name, key }) => name ?? key)).toEqual([
      'k',
      'a',
      'other',
      'infrastructure-pod',
      'pod',
      'workload-pod',
    ]);
    const other = layers.find(({ key }) => key === 'other');
    expect(other?.values).toEqual([0.25, null, 0.75]);
    expect(other?.holds).toEqual({ count: 7, of: 'group' });
  });

  it('add up to what all classes add up to, whatever is largest', () => {
    const cores = fc.array(fc.double({ min: 0, max: 4, noNaN: true }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(cores, cores, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, part) => {
        const whole = byClass(aligned({ service: a, pod: b }, 'class'), undefined);
        const top = {
          ...largest,
          series: [{ labels: { class: 'service', unit: 'u' }, values: a.map((v) => v * part) }],
        };
        const sums = sumOfLayers(byLargest(whole, top, undefined).layers, 3);
        sumOfLayers(whole.layers, 3).forEach((sum, i) => expect(sums[i]).toBeCloseTo(sum!, 9));
      }),
    );
  });
});

describe("the answer to the chart's question", () => {
  const tagged = (part: string, { series, ...axis }: Aligned): Aligned => ({
    ...axis,
    series: series.map(({ labels, values }) => ({ labels: { ...labels, part }, values })),
  });
  const joined = (...parts: Aligned[]): Aligned => ({
    times,
    stepMs: 15_000,
    series: parts.flatMap(({ series }) => series),
  });

  it('is taken apart into classes and kinds of pods', () => {
    const answer = joined(tagged('classes', classes), tagged('podKinds', kinds));
    expect(overTimeOf(answer)).toEqual(byClass(classes, kinds));
  });

  it('has the largest, and how many others used anything', () => {
    const top: Aligned = {
      times,
      stepMs: 15_000,
      series: [{ labels: { class: 'service', unit: 'a.service' }, values: [0.5, null, 1] }],
    };
    const used: Aligned = {
      times,
      stepMs: 15_000,
      series: [{ labels: {}, values: [4, 4, null] }],
    };
    const answer = joined(tagged('classes', classes), tagged('largest', top), tagged('used', used));
    const other = overTimeOf(answer).layers.find(({ key }) => key === 'other');
    expect(other?.holds).toEqual({ count: 3, of: 'unit' });
  });
});
