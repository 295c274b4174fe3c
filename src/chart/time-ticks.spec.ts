import fc from 'fast-check';
import { timeTicks } from './time-ticks';

const start = new Date(2026, 5, 23, 10, 7, 13).getTime();
const hour = 3_600_000;

function clock(ms: number): string {
  const date = new Date(ms);
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
}

describe('timeTicks', () => {
  it('labels an hour on full tens of minutes', () => {
    expect(timeTicks(start, start + hour, 7).map(clock)).toEqual([
      '10:10',
      '10:20',
      '10:30',
      '10:40',
      '10:50',
      '11:00',
    ]);
  });

  it('finds two labels where only two fit', () => {
    expect(timeTicks(start, start + hour, 2).map(clock)).toEqual(['10:30', '11:00']);
  });

  it('takes every second of a shorter step rather than one label', () => {
    const quarter = start + hour / 4;
    expect(timeTicks(start, quarter, 2).map(clock)).toEqual(['10:10', '10:20']);
    const late = new Date(2026, 5, 23, 15, 42).getTime();
    expect(timeTicks(late, late + hour / 4, 2).map(clock)).toEqual(['15:45', '15:55']);
  });

  it('labels days at midnight of the browser', () => {
    const ticks = timeTicks(start, start + 14 * 24 * hour, 8);
    expect(new Set(ticks.map(clock))).toEqual(new Set(['0:00']));
    expect(ticks.length).toBeGreaterThan(4);
  });

  it('stays inside, ascends, and is never too much, for any range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 14 * 24 * hour }),
        fc.integer({ min: 2, max: 12 }),
        (span, most) => {
          const ticks = timeTicks(start, start + span, most);
          expect(ticks.length).toBeLessThanOrEqual(most);
          expect(ticks.length).toBeGreaterThanOrEqual(span < 20_000 ? 0 : 2);
          expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(start);
            expect(tick).toBeLessThanOrEqual(start + span);
          }
        },
      ),
    );
  });
});
