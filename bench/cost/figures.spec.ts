import { corePercent, costsOf } from './figures';

const cost = (cpuMs: number, idleCpuMs: number) => ({
  cpuMs,
  mainThreadMs: cpuMs,
  systemMs: 0,
  idleCpuMs,
  idleMs: 2000,
  wallMs: cpuMs + 1,
  text: '',
  sentBytes: 0,
});

test('a share of a core is what scrapes cost and what the time between them costs', () => {
  const { one, replicas } = corePercent(30, 1);
  expect(one).toBeCloseTo(0.3);
  expect(replicas).toBeCloseTo(0.5);
});

test('scrapes count by their spread, idle time by its sum', () => {
  const costs = costsOf([cost(10, 2), cost(20, 4), cost(90, 0)]);
  expect(costs.scrapeCpuMs).toEqual({ median: 20, mean: 40, lowest: 10, highest: 90 });
  expect(costs.scrapeWallMs.median).toBe(21);
  expect(costs.idleMsPerSecond).toBeCloseTo(1);
  expect(costs.corePercent.one).toBeCloseTo((40 / 15 + 1) / 10);
});
