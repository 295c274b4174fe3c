import { breakdownOf, breakdownTable } from './breakdown';

/** @param listings how often the proc file system was listed since the agent's start */
const cost = (cpuMs: number, mainThreadMs: number, passSeconds: number, listings: number) => ({
  cpuMs,
  mainThreadMs,
  systemMs: cpuMs / 2,
  text: `hostproc_collector_duration_seconds{collector="pass"} ${passSeconds}
hostproc_collector_duration_seconds{collector="account"} 0.001
hostproc_collector_duration_seconds{collector="namegroup"} 0.002
hostproc_reads_total{file="proc_directory",result="ok"} ${listings}
`,
});

const spread = (mean: number) => ({ median: 8, mean, lowest: 2, highest: 12 });
const floor = { kept: { cpuMs: spread(9), reads: 600 }, serving: spread(3) };

test('parts are means, and what is not of the main thread is of the others', () => {
  expect(breakdownOf([cost(20, 15, 0.008, 1), cost(40, 33, 0.02, 1)])).toEqual({
    mainThreadMs: 24,
    otherThreadsMs: 6,
    passMs: 14,
    collectorsMs: 3,
    systemPercent: 50,
  });
});

test('scrapes with a full pass are told from the others by what the agent lists', () => {
  const { byPass } = breakdownOf([
    cost(1, 1, 0.001, 5),
    cost(20, 15, 0.008, 5),
    cost(60, 50, 0.04, 6),
    cost(10, 9, 0.004, 6),
  ]);
  expect(byPass?.full).toMatchObject({ mainThreadMs: 50, passMs: 40 });
  expect(byPass?.others).toMatchObject({ mainThreadMs: 12, passMs: 6 });
});

test('the table names the rest of the main thread, and the floor beside the pass', () => {
  const parts = breakdownOf([
    cost(20, 15, 0.008, 1),
    cost(20, 15, 0.008, 1),
    cost(50, 42, 0.03, 2),
  ]);
  const cells = (of: string) =>
    breakdownTable(parts, floor)
      .split('\n')
      .find((line) => line.includes(of))
      ?.split('|')
      .slice(2, -1)
      .map((cell) => cell.trim());
  expect(cells('rest of the main thread')).toEqual(['5.7', '4.0', '9.0']);
  expect(cells('_floor_: a C program')).toEqual(['9.0', '', '']);
  expect(cells('_floor_: a Node.js')).toEqual(['3.0', '', '']);
  expect(cells('in the kernel')).toEqual(['15.0', '10.0', '25.0']);
});
