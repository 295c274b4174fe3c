import { frozenLink } from './frozen-link';
import { readPageState } from './page-state';

const moments = { endMs: 1_700_000_000_000, rangeMs: 900_000, unit: 'percent' } as const;

describe('a link to what is on show', () => {
  it('fixes a range that moves, and keeps every choice and what is not ours', () => {
    const link = frozenLink(
      'https://console/k8s/cluster/nodes/n?tab=x&hpSearch=a%26b&hpSort=-max#part',
      moments,
    );
    const url = new URL(link);
    expect(readPageState(url.searchParams)).toMatchObject({
      ...moments,
      search: 'a&b',
      sort: { column: 'max', descending: true },
    });
    expect(url.searchParams.get('tab')).toBe('x');
    expect(url.hash).toBe('#part');
    expect(url.pathname).toBe('/k8s/cluster/nodes/n');
  });

  it('is the same link when it is made again from where it leads', () => {
    const link = frozenLink('https://console/n', moments);
    expect(frozenLink(link, moments)).toBe(link);
  });
});
