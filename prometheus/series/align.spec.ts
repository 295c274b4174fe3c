import { align } from './align';

const axis = { startMs: 1_000_000, endMs: 1_060_000, stepMs: 15_000 };

describe('align', () => {
  it('puts series of different extent on one axis and keeps gaps', () => {
    const { times, series, stepMs } = align(
      [
        {
          metric: { class: 'kernel' },
          values: [
            [1000, '1'],
            [1015, '2'],
            [1060, '5'],
          ],
        },
        {
          metric: { class: 'pod' },
          values: [
            [1045, 'NaN'],
            [1030, '3'],
          ],
        },
      ],
      axis,
    );
    expect(stepMs).toBe(15_000);
    expect(times).toEqual([1_000_000, 1_015_000, 1_030_000, 1_045_000, 1_060_000]);
    expect(series).toEqual([
      { labels: { class: 'kernel' }, values: [1, 2, null, null, 5] },
      { labels: { class: 'pod' }, values: [null, null, 3, null, null] },
    ]);
  });

  it('meets moments that floating seconds cannot hold exactly', () => {
    const startMs = 1_700_000_000_123;
    const { series } = align(
      [
        {
          metric: {},
          values: [
            [1700000000.123, '1'],
            [1700000005.123, '2'],
          ],
        },
      ],
      { startMs, endMs: startMs + 5_000, stepMs: 5_000 },
    );
    expect(series[0]?.values).toEqual([1, 2]);
  });

  it('leaves out what was not asked for, and has one moment where start is end', () => {
    const { times, series } = align(
      [
        {
          metric: {},
          values: [
            [900, '9'],
            [1000, '1'],
            [1075, '9'],
          ],
        },
      ],
      {
        ...axis,
        endMs: axis.startMs,
      },
    );
    expect(times).toEqual([1_000_000]);
    expect(series[0]?.values).toEqual([1]);
  });
});
