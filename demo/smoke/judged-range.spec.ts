import { judgedRange } from './judged-range';

const scrapes = (...seconds: number[]) => seconds.map((second) => second * 1000);

describe('judgedRange', () => {
  it('begins at the third scrape and ends at the first one a minute later', () => {
    expect(judgedRange(scrapes(1, 6, 11, 16, 66, 71, 76))).toEqual({
      startMs: 11_000,
      endMs: 71_000,
    });
  });

  it('takes a later end when a scrape is missing', () => {
    expect(judgedRange(scrapes(1, 6, 11, 66, 76))).toEqual({ startMs: 11_000, endMs: 76_000 });
  });

  it.each([[[]], [[1, 6]], [[1, 6, 11, 70]]])('waits while there are only %j', (seconds) => {
    expect(judgedRange(scrapes(...seconds))).toBeUndefined();
  });
});
