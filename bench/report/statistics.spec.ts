import { lineThrough, spreadOf } from './statistics';

test('a spread does not depend on the order, and its median is between two in the middle', () => {
  expect(spreadOf([9, 1, 2, 4])).toEqual({ median: 3, mean: 4, lowest: 1, highest: 9 });
  expect(spreadOf([7, 5, 6]).median).toBe(6);
  expect(() => spreadOf([])).toThrow('found none');
});

test('a line goes through points on it, and says how badly it fits others', () => {
  const exact = lineThrough([
    [0, 1],
    [10, 3],
    [20, 5],
  ]);
  expect(exact.slope).toBeCloseTo(0.2);
  expect(exact.atZero).toBeCloseTo(1);
  expect(exact.fit).toBeCloseTo(1);
  const bent = lineThrough([
    [0, 0],
    [10, 10],
    [20, 0],
  ]);
  expect(bent.slope).toBeCloseTo(0);
  expect(bent.fit).toBeCloseTo(0);
  expect(() => lineThrough([[1, 1]])).toThrow('found one place');
});
