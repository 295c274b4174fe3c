import fc from 'fast-check';
import { fromLocalInput, rangeProblem, toLocalInput } from './local-input';

const minute = 60_000;

describe('moments in a field', () => {
  it('read back as what they were, to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000_000, max: 4_000_000_000_000 }), (ms) => {
        const back = fromLocalInput(toLocalInput(ms))!;
        // Where clocks are put back, one field means two moments.
        expect([0, 60 * minute]).toContain(Math.abs(back - Math.floor(ms / minute) * minute));
      }),
    );
  });

  it.each(['', 'tomorrow', '2026-13-01T00:00'])('%j is no moment', (text) => {
    expect(fromLocalInput(text)).toBeUndefined();
  });
});

describe('a range that is being typed', () => {
  it.each([
    [undefined, 5, 'incomplete'],
    [5, undefined, 'incomplete'],
    [10 * minute, 10 * minute, 'reversed'],
    [10 * minute, 5 * minute, 'reversed'],
    [0, 5 * minute - 1, 'length'],
    [0, 5 * minute, undefined],
    [0, 14 * 1440 * minute, undefined],
    [0, 14 * 1440 * minute + 1, 'length'],
  ] as const)('from %s to %s: %s', (start, end, problem) => {
    expect(rangeProblem(start, end)).toBe(problem);
  });
});
