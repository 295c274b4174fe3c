import fc from 'fast-check';
import { splitPods } from './pod-split';

const cores = fc.double({ min: 0, max: 512, noNaN: true });

describe('splitting what pods used', () => {
  it('never spreads what kubelet does not tell apart', () => {
    expect(splitPods(2, { infrastructure: 0.5, workload: 1 })).toEqual({
      infrastructure: 0.5,
      workload: 1,
      unsplit: 0.5,
    });
  });

  it('splits only what was used where kubelet says more', () => {
    expect(splitPods(1.5, { infrastructure: 1, workload: 2 })).toEqual({
      infrastructure: 0.5,
      workload: 1,
      unsplit: 0,
    });
  });

  it('leaves it whole where kubelet says nothing', () => {
    expect(splitPods(1.5, { infrastructure: 0, workload: 0 })).toEqual({
      infrastructure: 0,
      workload: 0,
      unsplit: 1.5,
    });
  });

  it('always adds up to what was used, with no part below zero', () => {
    fc.assert(
      fc.property(cores, cores, cores, (used, infrastructure, workload) => {
        const split = splitPods(used, { infrastructure, workload });
        const parts = [split.infrastructure, split.workload, split.unsplit];
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
        expect(parts[0]! + parts[1]! + parts[2]!).toBeCloseTo(used, 9);
      }),
    );
  });
});
