import { judgedMeans, judgedUsageOf } from './judged-usage';

const answer = {
  times: [0, 60_000, 120_000, 180_000],
  stepMs: 60_000,
  series: [
    { labels: { part: 'host' }, values: [1, null, 2, 3] },
    { labels: { part: 'infrastructure' }, values: [0.5, 0.5, null, 1] },
  ],
};

describe('what is judged', () => {
  it('is the host alone, or with infrastructure pods, wherever there is data of the host', () => {
    expect(judgedMeans(answer, 'host')).toEqual([1, 2, 3]);
    expect(judgedMeans(answer, 'platform')).toEqual([1.5, 2, 4]);
    expect(judgedMeans({ ...answer, series: [] }, 'platform')).toEqual([]);
  });

  it('has figures of its means; exactly the reservation is not above it', () => {
    expect(judgedUsageOf([1, 2, 3], 1.5, 2)).toEqual({
      now: 1.5,
      average: 2,
      p95: 2.9,
      maximum: 3,
      windows: 3,
      windowsAbove: 1,
    });
  });

  it('has now among its maxima, and nothing above a reservation that is not known', () => {
    expect(judgedUsageOf([1], 4, undefined)).toMatchObject({ maximum: 4, windowsAbove: 0 });
  });

  it('has no figures of no means', () => {
    expect(judgedUsageOf([], undefined, 2)).toEqual({ windows: 0, windowsAbove: 0 });
  });
});
