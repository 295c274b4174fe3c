import { momentAt, nearestMoment } from './moment';
import { stackOf } from './stack';

describe('nearestMoment', () => {
  it.each([
    [-5, 0],
    [14, 1],
    [16, 2],
    [99, 3],
  ])('for %d is index %d', (ms, index) => {
    expect(nearestMoment([0, 10, 20, 30], ms)).toBe(index);
  });
});

describe('momentAt', () => {
  const stack = stackOf([0, 10, 20], 10, [
    { key: 'kernel', values: [1, null, null] },
    { key: 'pod', values: [3, 2, null] },
  ]);

  it('has the largest first', () => {
    expect(momentAt(stack, 0)).toEqual({
      ms: 0,
      total: 4,
      values: [
        { key: 'pod', value: 3 },
        { key: 'kernel', value: 1 },
      ],
    });
  });

  it('has nothing over a gap', () => {
    expect(momentAt(stack, 2)).toEqual({ ms: 20, total: null, values: [] });
  });
});
