import { knownSize } from './known-figures';
import { asMarkdown, type CostReport } from './report';
import { judge } from './targets';

const machine = {
  cpu: 'Some CPU',
  cpus: 2,
  memoryGiB: 8,
  kernel: '6.1',
  cgroups: 'v2',
  nodejs: 'v24.21.0',
  loadAverage: 0.5,
  commit: 'abc1234',
};

function report(change: Partial<CostReport> = {}): CostReport {
  const sizes = [
    knownSize('node'),
    { size: 'threads', title: 'one process', impossible: 'This machine cannot run them.' },
  ];
  return {
    date: '2026-11-24',
    command: 'npm run bench:cost',
    intervalSeconds: 15,
    scrapes: 12,
    warmUpScrapes: 60,
    machine,
    sizes,
    growth: [],
    targets: judge(sizes, []),
    ...change,
  };
}

test('the report has machine, command, figures of both, floor, and what cannot be measured', () => {
  const text = asMarkdown(report());
  for (const said of [
    'Machine: 2 × Some CPU',
    '`npm run bench:cost`',
    /\| CPU ms a scrape, median \| 8\.00 \| 1200\.0 \|/,
    /\| charged MiB \(memory\.current\) \| 40\.0 \|/,
    /\| reads and lists a scrape, by strace -c \| 100 \|/,
    'Ratio: 1/150.0 of the medians',
    '_kept_ 5.00 ms',
    'Not measured. This machine cannot run them.',
    /at most 1\/100 of process-exporter's \| 1\/150\.0 \| reached \|/,
  ]) {
    expect(text).toMatch(said);
  }
  expect(text).not.toContain('How cost grows');
});

test('a machine without memory controller and strace is said to have none', () => {
  const text = asMarkdown(report({ sizes: [knownSize('node', { poorMachine: true })] }));
  expect(text).toMatch(/charged MiB \(this machine has no memory controller\) \| none/);
  expect(text).toMatch(/by strace -c \| no strace here/);
});

test('growth is a table of its own', () => {
  const growth = [
    {
      axis: 'idle' as const,
      x: 450,
      mainThreadMs: 3,
      medianMs: 3.25,
      meanMs: 4,
      series: 900,
      reads: 321,
    },
  ];
  expect(asMarkdown(report({ growth }))).toMatch(/\| idle \| 450 \| 3\.00 \| 3\.25 \| 4\.00 \|/);
});
