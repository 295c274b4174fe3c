import type { VectorSeries } from '../http-api/responses';
import { groupRowsOf } from './group-rows';

function sample(metric: Record<string, string>, value: string): VectorSeries {
  return { metric, value: [1, value] };
}

const kubelet = { class: 'service', unit: 'kubelet.service', groupname: 'kubelet' };

describe('groupRowsOf', () => {
  it('joins the figures of a group and finds the busy cores', () => {
    const { rows, busy } = groupRowsOf([
      sample({ ...kubelet, part: 'now' }, '0.5'),
      sample({ ...kubelet, part: 'average' }, '0.25'),
      sample({ ...kubelet, part: 'minimum' }, '0.125'),
      sample({ ...kubelet, part: 'maximum' }, '1'),
      sample({ part: 'busy' }, '2'),
    ]);
    expect(rows).toEqual([
      {
        ...kubelet,
        key: '["service","kubelet.service","kubelet"]',
        now: 0.5,
        average: 0.25,
        minimum: 0.125,
        maximum: 1,
      },
    ]);
    expect(busy).toBe(2);
  });

  it.each([
    ['2', { now: 2, minimum: 0.5, maximum: 2 }],
    ['0.25', { now: 0.25, minimum: 0.25, maximum: 1 }],
  ])('counts %s now among the extremes', (now, expected) => {
    const { rows } = groupRowsOf([
      sample({ ...kubelet, part: 'now' }, now),
      sample({ ...kubelet, part: 'minimum' }, '0.5'),
      sample({ ...kubelet, part: 'maximum' }, '1'),
    ]);
    expect(rows[0]).toMatchObject(expected);
  });

  it('has a row for a group that is gone, without a value for now', () => {
    const { rows, busy } = groupRowsOf([sample({ ...kubelet, part: 'average' }, '0.25')]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toHaveProperty('now');
    expect(busy).toBeUndefined();
  });

  it('keeps groups of one name in two units apart', () => {
    const { rows } = groupRowsOf([
      sample({ ...kubelet, part: 'now' }, '1'),
      sample({ ...kubelet, unit: 'other.service', part: 'now' }, '2'),
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  });
});
