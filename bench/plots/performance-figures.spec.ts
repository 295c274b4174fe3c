import { knownGrowth, knownSize } from '../cost/known-figures';
import { performanceFigures } from './performance-figures';

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
const cost = {
  date: '2026-11-24',
  command: 'npm run bench:cost',
  intervalSeconds: 15,
  scrapes: 12,
  warmUpScrapes: 60,
  machine,
  sizes: [
    knownSize('node'),
    { size: 'threads', title: 'one process', impossible: 'This machine cannot.' },
  ],
  growth: [...knownGrowth('active', 0.05), ...knownGrowth('idle', 0.001)],
  targets: [],
};
const overhead = {
  date: '2026-11-24',
  command: 'npm run bench:overhead',
  intervalSeconds: 15,
  machine,
  phases: [
    {
      name: 'scraped' as const,
      fromSeconds: 0,
      toSeconds: 60,
      agentMillicores: 0.75,
      prometheusMillicores: 3.5,
    },
  ],
  samples: [],
};
const tab = {
  date: '2026-11-24',
  command: 'npm run bench:tab',
  machine,
  data: { nodes: 500, hours: 24, bytes: 2 ** 20, series: 14_731, samples: 26_661_931 },
  openings: [
    { completeMs: 700, requests: 6, longestTaskMs: 80, tabBytes: 40 * 1024, entryBytes: 6 * 1024 },
  ],
  heap: [
    { refreshes: 50, bytes: 20 * 2 ** 20 },
    { refreshes: 500, bytes: 20 * 2 ** 20 },
  ],
};
const plot = (file: string) => ({ file, title: 'A plot', svg: '' });

test('every figure has its command, its results and its machine', () => {
  const text = performanceFigures(
    {
      sizes: cost.sizes.map((figures) => ({
        figures,
        from: {
          name: `cost-2026-11-24-${figures.size}`,
          report: { ...cost, command: figures.size },
        },
      })),
      growth: { name: 'cost-2026-11-24-growth', report: { ...cost, command: 'the growth' } },
      overhead: { name: 'overhead-2026-11-24', report: overhead },
      tab: { name: 'tab-2026-11-24', report: tab },
    },
    { growth: [plot('a.svg')], overhead: plot('b.svg') },
  );
  for (const said of [
    'by `node`, as root ([cost-2026-11-24-node](../bench/results/cost-2026-11-24-node.md))',
    'by `threads`, as root ([cost-2026-11-24-threads]',
    'by `the growth`, as root ([cost-2026-11-24-growth]',
    'by `npm run bench:overhead`, as root',
    'by `npm run bench:tab` ([tab-2026-11-24](../bench/results/tab-2026-11-24.md)). Machine',
    'one node raw every 15 s with threads, 499 nodes every 60 s, 24 h; 1.0 MiB on disk',
    '| from the click to the first complete picture: at most 1 s (median) | 700 ms | reached |',
    '| ratio of the medians | 1/150.0 |',
    'Not measured: one process. This machine cannot.',
    'An active process costs 50.0 µs of CPU a scrape, an idle one in a cgroup of idle ones 1.0 µs',
    '| scraped | 60 | 0.75 | 3.50 |',
    '![A plot](pictures/a.svg)',
    '![A plot](pictures/b.svg)',
  ]) {
    expect(text).toContain(said);
  }
});
