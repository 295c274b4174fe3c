import { breakdownOf, breakdownTable } from './breakdown';

const cost = (cpuMs: number, mainThreadMs: number, passSeconds: number) => ({
  cpuMs,
  mainThreadMs,
  systemMs: cpuMs / 2,
  text: `hostproc_collector_duration_seconds{collector="pass"} ${passSeconds}
hostproc_collector_duration_seconds{collector="account"} 0.001
hostproc_collector_duration_seconds{collector="namegroup"} 0.002
`,
});

const parts = breakdownOf([cost(20, 15, 0.008), cost(40, 33, 0.02)]);

test('parts are means, and what is not of the main thread is of the others', () => {
  expect(parts).toEqual({
    mainThreadMs: 24,
    otherThreadsMs: 6,
    passMs: 14,
    collectorsMs: 3,
    systemPercent: 50,
  });
});

test('the table names the rest of the main thread, and the floor beside the pass', () => {
  const kept = { cpuMs: { median: 8, mean: 9, lowest: 7, highest: 12 }, reads: 600 };
  const lines = breakdownTable(parts, kept).split('\n');
  expect(lines.find((line) => line.includes('rest of the main thread'))).toMatch(/ 7\.0 \|$/);
  expect(lines.find((line) => line.includes('_floor_'))).toMatch(/ 9\.0 \|$/);
});
