import { targetsOf, type TabReport } from './report';

const opening = {
  completeMs: 900,
  requests: 8,
  longestTaskMs: 0,
  tabBytes: 150 * 1024,
  entryBytes: 6 * 1024,
};
const report = {
  openings: [opening, { ...opening, completeMs: 800 }, { ...opening, completeMs: 1500 }],
  heap: [
    { refreshes: 50, bytes: 20 * 2 ** 20 },
    { refreshes: 500, bytes: 21 * 2 ** 20 },
  ],
} as unknown as TabReport;

const missed = (changed: Partial<TabReport>) =>
  targetsOf({ ...report, ...changed })
    .filter(({ reached }) => reached === false)
    .map(({ target }) => target);

it('takes the median of the openings, so that one slow one does not decide', () => {
  expect(targetsOf(report)[0]).toMatchObject({ measured: '900 ms', reached: true });
  expect(missed({})).toEqual([]);
});

it.each([
  ['click', { openings: [{ ...opening, completeMs: 1001 }] }],
  ['requests', { openings: [opening, { ...opening, requests: 9 }] }],
  ['task', { openings: [opening, { ...opening, longestTaskMs: 201 }] }],
  ['own code', { openings: [{ ...opening, tabBytes: 251 * 1024 }] }],
  ['entry', { openings: [{ ...opening, entryBytes: 16 * 1024 }] }],
  [
    'heap',
    {
      heap: [
        { refreshes: 50, bytes: 10 },
        { refreshes: 500, bytes: 12 },
      ],
    },
  ],
])('misses the target of the %s alone', (word, changed) => {
  expect(missed(changed)).toEqual([expect.stringContaining(word)]);
});
