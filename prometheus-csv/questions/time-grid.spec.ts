import fc from 'fast-check';
import { timeGrid } from './time-grid';

const hour = 3_600_000;
const endMs = 1_800_000_000_000;

it('looks at an hour in windows of two minutes, every 30 seconds', () => {
  const grid = timeGrid(hour, endMs);
  expect(grid).toMatchObject({ windowMs: 120_000, stepMs: 30_000, startMs: endMs - hour });
  expect(grid.moments).toHaveLength(117);
  expect(grid.pieces).toEqual([
    { firstMs: endMs - 116 * 30_000, lastMs: endMs, fromMs: endMs - hour, toMs: endMs },
  ]);
});

it('looks at two weeks in windows of 14 minutes, one after the other', () => {
  expect(timeGrid(336 * hour, endMs)).toMatchObject({ windowMs: 840_000, stepMs: 840_000 });
});

it('leaves no moment out, asks for none twice, and stays inside of the interval', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 60, max: 40 * 24 * 3600 }),
      fc.option(fc.integer({ min: 120, max: 86_400 }), { nil: undefined }),
      (seconds, wanted) => {
        const intervalMs = seconds * 1000;
        const window = wanted === undefined ? undefined : Math.min(wanted * 1000, intervalMs);
        const { moments, pieces, startMs, windowMs, stepMs } = timeGrid(intervalMs, endMs, window);
        // Who wants short windows of a long time gets as many as there are.
        const most = wanted === undefined ? 1440 : Math.ceil(intervalMs / 30_000);
        expect(moments.length).toBeLessThanOrEqual(most);
        expect(moments.at(-1)).toBe(endMs);
        expect((moments[0] ?? 0) - windowMs).toBeGreaterThanOrEqual(startMs);
        expect(stepMs).toBeLessThanOrEqual(windowMs);
        // Nothing is left before the first window that another window would fit into.
        expect((moments[0] ?? 0) - windowMs - startMs).toBeLessThan(stepMs);
        let from = startMs;
        const covered = pieces.flatMap(({ firstMs, lastMs, fromMs, toMs }) => {
          expect(fromMs).toBe(from);
          from = toMs;
          return moments.filter((moment) => moment >= firstMs && moment <= lastMs);
        });
        expect(from).toBe(endMs);
        expect(covered).toEqual(moments);
      },
    ),
  );
});
