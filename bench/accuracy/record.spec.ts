import { parseUnused, usedBetween } from './node-times';
import { having } from './churn-rows';
import { knownScrapes } from './known-scrapes';
import { growth } from './record';

const usageUsec = [0, 0] as const;

describe('growth', () => {
  const scrapes = knownScrapes([
    { agent: 'cpu{unit="a"} 5\ncpu{unit="b"} 100', usageUsec },
    { agent: 'cpu{unit="a"} 7\ncpu{unit="b"} 101\ncpu{unit="a",x="1"} 3', usageUsec },
    { agent: 'cpu{unit="a"} 1\ncpu{unit="a",x="1"} 4', usageUsec },
  ]);

  it('adds what series grew by, new ones in full, fallen ones from zero, gone ones not at all', () => {
    expect(growth('agent', scrapes, having('cpu', { unit: 'a' }))).toBe(2 + 3 + 1 + 1);
    expect(growth('agent', scrapes, having('cpu', {}))).toBe(2 + 3 + 1 + 1 + 1);
  });

  it('is nothing over one scrape', () => {
    expect(growth('agent', scrapes.slice(0, 1), having('cpu', {}))).toBe(0);
  });
});

describe('the time of a node', () => {
  it('is busy where it is neither idle nor waiting nor stolen', () => {
    const unused = (text: string) => ({ atSeconds: 0, unusedSeconds: parseUnused(text) });
    const from = unused(
      'cpu  9 9 9 9 9\ncpu0 10 0 10 1000 100 5 5 10 0 0\ncpu1 0 0 0 500 0 0 0 0 0 0\n',
    );
    const to = unused('cpu0 99 0 99 1200 150 9 9 60 0 0\ncpu1 0 0 0 1400 0 0 0 0 0 0\n');
    const { capacity, busy } = usedBetween(from, { ...to, atSeconds: 10 });
    expect(capacity).toBe(20);
    expect(busy).toBeCloseTo(20 - 3 - 9, 9);
  });

  it('leaves out a CPU that is gone', () => {
    const from = {
      atSeconds: 0,
      unusedSeconds: new Map([
        ['cpu0', 0],
        ['cpu1', 0],
      ]),
    };
    const to = { atSeconds: 10, unusedSeconds: new Map([['cpu0', 4]]) };
    expect(usedBetween(from, to)).toEqual({ capacity: 10, busy: 6 });
  });
});
