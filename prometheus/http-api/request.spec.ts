import { addressOf, instantQuery, rangeQuery } from './request';

describe('requests', () => {
  it('asks for one moment, exact to the millisecond', () => {
    expect(instantQuery('up', 1_700_000_000_123)).toEqual({
      path: 'api/v1/query',
      params: { query: 'up', time: '1700000000.123' },
    });
  });

  it('asks for a range in seconds', () => {
    const axis = { startMs: 1_700_000_000_000, endMs: 1_700_003_600_000, stepMs: 15_000 };
    expect(rangeQuery('up', axis).params).toEqual({
      query: 'up',
      start: '1700000000',
      end: '1700003600',
      step: '15',
    });
  });

  it('encodes what an address cannot hold', () => {
    const request = instantQuery('rate(x{a="b&c+ d"}[1m])', 1000);
    const address = addressOf('/api/prometheus/', request);
    expect(address).toMatch(/^\/api\/prometheus\/api\/v1\/query\?query=/);
    const read = new URL(address, 'http://localhost').searchParams;
    expect(read.get('query')).toBe('rate(x{a="b&c+ d"}[1m])');
    expect(read.get('time')).toBe('1');
  });
});
