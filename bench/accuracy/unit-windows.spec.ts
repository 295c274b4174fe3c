import { knownScrapes } from './known-scrapes';
import { unitWindows } from './unit-windows';

const unit = { units: ['a.service'], watchedAs: 'a' };
const groups = (values: Readonly<Record<string, number>>) =>
  Object.entries(values)
    .map(
      ([groupname, value]) =>
        `hostproc_group_cpu_seconds_total{unit="a.service",groupname="${groupname}"} ${value}`,
    )
    .join('\n');

/** The group's seconds beside the cgroup's, scrape by scrape. */
const scrapesOf = (pairs: readonly (readonly [number, number])[]) =>
  knownScrapes(
    pairs.map(([seconds, truth]) => ({
      agent: groups({ worker: seconds }),
      usageUsec: [truth * 1e6 - 1000, truth * 1e6 + 1000] as const,
    })),
  );

describe('groups over their unit', () => {
  it('is 1 as long as the difference is within the moments of reading', () => {
    const scrapes = scrapesOf([
      [0, 100],
      [1.0015, 101],
      [2.0005, 102],
      [3, 103],
    ]);
    expect(unitWindows(scrapes, 0, 20, [unit])).toEqual({
      windows: 2,
      lowestRatio: 1,
      highestRatio: 1,
    });
  });

  it('shows by how much groups fall short or exceed', () => {
    const scrapes = scrapesOf([
      [0, 0],
      [0.902, 1],
      [2.004, 2],
    ]);
    const { lowestRatio, highestRatio } = unitWindows(scrapes, 0, 10, [unit]);
    expect(lowestRatio).toBeCloseTo(0.904, 6);
    expect(highestRatio).toBeCloseTo(1.1, 6);
  });

  it('judges no window at whose begin a series is late with its first time', () => {
    const scrapes = knownScrapes(
      [
        { worker: 0 },
        { worker: 1, '(exited)': 0 },
        { worker: 2, '(exited)': 0 },
        { worker: 3, '(exited)': 7 },
        { worker: 4, '(exited)': 7 },
      ].map((values, i) => ({ agent: groups(values), usageUsec: [i * 1e6, i * 1e6] as const })),
    );
    expect(unitWindows(scrapes, 0, 10, [unit])).toEqual({
      windows: 1,
      lowestRatio: 1,
      highestRatio: 1,
    });
  });
});
