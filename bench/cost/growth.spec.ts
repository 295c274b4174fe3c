import { crowdPlan } from '../crowd/crowd-plan';
import { growthAlong, growthSteps, placeOf } from './growth';
import { knownGrowth } from './known-figures';

test.each(growthSteps)('a crowd along $axis can be made', (step) => {
  expect(crowdPlan(step.shape)).toHaveLength(step.shape.processes);
});

test('along each axis one thing grows, and nothing else that costs', () => {
  const places = (axis: string) =>
    growthSteps.filter((step) => step.axis === axis).map((step) => placeOf(step, 0));
  expect(places('active')).toEqual([0, 50, 100, 150, 200, 300]);
  expect(places('idle')).toEqual([75, 450, 950, 1950]);
  expect(places('threads')).toEqual([500, 3500, 10_000, 20_000]);
  for (const { axis, shape } of growthSteps.filter((step) => step.axis !== 'active')) {
    expect([axis, shape.activeProcesses]).toEqual([axis, 50]);
  }
});

test('idle processes are added in cgroups without active ones', () => {
  const activeCgroups = growthSteps
    .filter((step) => step.axis === 'idle' && step.shape.processes >= 500)
    .map(({ shape }) => {
      const active = crowdPlan(shape).filter((process) => process.active);
      return new Set(active.map(({ cgroup }) => cgroup)).size;
    });
  expect(new Set(activeCgroups).size).toBe(1);
});

test('growth is a slope along one axis, and the compiler is no part of it', () => {
  const points = [...knownGrowth('active', 0.1), ...knownGrowth('idle', 0.7)];
  expect(growthAlong(points, 'active').slope).toBeCloseTo(0.1);
});
