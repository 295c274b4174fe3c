import type { VectorSeries } from '../http-api/responses';
import { podKindUsageOf } from './pod-kinds';

function sample(metric: Record<string, string>, value: number): VectorSeries {
  return { metric, value: [0, String(value)] };
}

it('tells what each kind of pods used, and nothing where kubelet says nothing', () => {
  const ours = sample({ part: 'now', class: 'pod' }, 2);
  expect(podKindUsageOf([ours, sample({ part: 'now', kind: 'workload' }, 1)])).toEqual({
    infrastructure: {},
    workload: { now: 1 },
  });
  expect(podKindUsageOf([ours])).toBeUndefined();
});
