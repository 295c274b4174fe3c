import { trendPath } from './trend-path';

describe('the path of a trend', () => {
  it('goes from the left to the right, 0 at the bottom and the largest at the top', () => {
    expect(trendPath([0, 1, 2])).toBe('M1.0 19.0L40.0 10.0L79.0 1.0');
  });

  it('has gaps where there is no data', () => {
    expect(trendPath([1, null, 1, 1])).toBe('M1.0 1.0M53.0 1.0L79.0 1.0');
  });

  it('lies at the bottom when nothing was used', () => {
    expect(trendPath([0, 0])).toBe('M1.0 19.0L79.0 19.0');
  });

  it('is none of a single value', () => {
    expect(trendPath([null, 3, null])).toBeUndefined();
    expect(trendPath([])).toBeUndefined();
  });
});
