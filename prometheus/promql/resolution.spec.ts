import fc from 'fast-check';
import {
  figureStep,
  judgedWindow,
  nowWindow,
  rangeStep,
  rateWindow,
  sharedStepWindow,
  stepWindow,
  timeAxis,
  trendStep,
} from './resolution';

const hour = 3_600_000;

describe('resolution', () => {
  it('takes four scrapes for a rate, and of kubelet for one that means now', () => {
    expect(rateWindow(15_000)).toBe(60_000);
    expect(nowWindow(15_000)).toBe(120_000);
    expect(nowWindow(60_000)).toBe(240_000);
  });

  it.each([
    [hour, 60_000],
    [24 * hour, 60_000],
    [24 * hour + 1, 120_000],
    [14 * 24 * hour, 840_000],
  ])('judges %d ms by means of %d ms', (range, window) => {
    expect(judgedWindow(range, 15_000)).toBe(window);
  });

  it('draws a trend of at most forty whole steps, and loses no moment between them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300_000, max: 15 * 24 * hour }), (range) => {
        const step = trendStep(range, 15_000);
        expect(step % rangeStep(range, 15_000)).toBe(0);
        expect(range / step).toBeLessThanOrEqual(40);
      }),
    );
  });

  it.each([
    [hour, 15_000],
    [3 * hour, 45_000],
    [24 * hour, 360_000],
    [14 * 24 * hour, 5_040_000],
    [900_000, 15_000],
    [hour + 1, 30_000],
  ])('steps through %d ms by %d ms', (range, step) => {
    expect(rangeStep(range, 15_000)).toBe(step);
  });

  it.each([
    [hour, 60_000],
    [6 * hour, 90_000],
    [24 * hour, 360_000],
  ])('tells figures of %d ms by windows %d ms apart', (range, step) => {
    expect(figureStep(range, 15_000)).toBe(step);
  });

  it('never leaves a moment between two windows of figures', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60_000, max: 15 * 24 * hour }),
        fc.constantFrom(5_000, 15_000, 60_000),
        (range, interval) => {
          const step = figureStep(range, interval);
          expect(step % interval).toBe(0);
          expect(step).toBeLessThanOrEqual(sharedStepWindow(range, interval));
        },
      ),
    );
  });

  it('never leaves a moment between two windows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60_000, max: 15 * 24 * hour }), (range) => {
        const step = rangeStep(range, 15_000);
        expect(step % 15_000).toBe(0);
        expect(range / step).toBeLessThanOrEqual(240);
        expect(stepWindow(range, 15_000)).toBeGreaterThanOrEqual(step);
        expect(stepWindow(range, 15_000)).toBeGreaterThanOrEqual(60_000);
      }),
    );
  });
});

describe('timeAxis', () => {
  const range = { endMs: 1_700_000_001_234, rangeMs: hour, moving: true };

  it('puts a moving range on multiples of the step, inside the range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }),
        fc.integer({ min: 300_000, max: 15 * 24 * hour }),
        (endMs, rangeMs) => {
          const axis = timeAxis({ endMs, rangeMs, moving: true }, 15_000);
          expect(axis.startMs % axis.stepMs).toBe(0);
          expect(axis.endMs % axis.stepMs).toBe(0);
          expect(axis.startMs).toBeGreaterThanOrEqual(endMs - rangeMs);
          expect(axis.endMs).toBeLessThanOrEqual(endMs);
        },
      ),
    );
  });

  it('ends a pinned range exactly at its end', () => {
    const axis = timeAxis({ ...range, moving: false }, 15_000);
    expect(axis.endMs).toBe(range.endMs);
    expect(axis.startMs).toBe(range.endMs - hour);
  });
});
