import { stackOf } from '../../chart/stack';
import { tableMoments } from './chart-table-rows';

function momentsOf(count: number): number[] {
  const times = Array.from({ length: count }, (_, i) => i);
  return tableMoments({ stack: stackOf(times, 1, []) });
}

describe('the moments of the table', () => {
  it.each([
    [0, 0],
    [1, 1],
    [60, 60],
    [61, 31],
    [240, 60],
    [241, 49],
  ])('are of %d moments %d', (count, rows) => {
    expect(momentsOf(count)).toHaveLength(rows);
  });

  it('are evenly spread and hold the last', () => {
    expect(momentsOf(61).slice(-3)).toEqual([56, 58, 60]);
  });
});
