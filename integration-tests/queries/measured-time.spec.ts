import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { account } from '../../prometheus/promql/queries/account';
import { cpuOverTime } from '../../prometheus/promql/queries/cpu-over-time';
import { groups } from '../../prometheus/promql/queries/groups';
import { provide } from '../../scripts/parts/part';
import { prometheus } from '../../scripts/parts/prometheus';
import { runProgram } from '../../scripts/run-program';

// A node of two CPUs with a class that uses half of one, always. Whatever was missed, it uses 0.5 cores.
const scope = { node: 'n', rangeMs: 3_600_000, scrapeIntervalMs: 15_000 };
const target = 'instance="n",node="n",job="host-processes"';

/** Counters in 15 s scrapes: an hour without an agent, 20 minutes with, 20 without, 20 with a new one. */
function counted(cores: number): string {
  const rising = `0+${15 * cores}x79`;
  return `_x240 ${rising} stale _x79 ${rising} stale`;
}

const inputSeries = [
  { series: `hostproc_cpu_seconds_total{class="pod",unit="u",${target}}`, values: counted(0.5) },
  {
    series: `hostproc_group_cpu_seconds_total{class="pod",unit="u",groupname="g",${target}}`,
    values: counted(0.5),
  },
  { series: `hostproc_node_cpu_seconds_total{mode="busy",${target}}`, values: counted(0.5) },
  { series: `hostproc_node_cpu_seconds_total{mode="idle",${target}}`, values: counted(1.5) },
  { series: `hostproc_node_cpus{${target}}`, values: '_x240 2x79 stale _x79 2x79 stale' },
];

/** One question about one figure, rounded past what floating point loses. */
function expecting(promql: string, labels: string, minutes: number) {
  return {
    expr: `round(${promql}, 0.000001)`,
    eval_time: `${minutes * 60}s`,
    exp_samples: [{ labels: `{${labels}}`, value: 0.5 }],
  };
}

const group = 'class="pod",unit="u",groupname="g"';

/** One part of a union. */
function part(name: string, promql: string): string {
  const found = promql.split('\nor\n').find((text) => text.includes(`"${name}"`));
  if (found === undefined) throw new Error(`There is no part ${name}.`);
  return found;
}

const chart = cpuOverTime.expression(scope).promql;
const longChart = cpuOverTime.expression({ ...scope, rangeMs: 14 * 86_400_000 }).promql;
const table = groups.expression(scope).promql;
const averages = account.expression(scope).promql;

const cases = [
  ['chart, just started', expecting(chart, 'class="pod"', 60.5)],
  ['chart, a filled window', expecting(chart, 'class="pod"', 70)],
  ['chart, just stopped', expecting(chart, 'class="pod"', 80.25)],
  ['chart of two weeks, just started', expecting(longChart, 'class="pod"', 61)],
  ['chart of two weeks, with an outage', expecting(longChart, 'class="pod"', 119)],
  ...(['average', 'minimum', 'maximum'] as const).map(
    (name) =>
      [
        `table, ${name} with an outage`,
        expecting(part(name, table), `${group},part="${name}"`, 119),
      ] as const,
  ),
  [
    'account, average with an outage',
    expecting(part('average', averages), 'class="pod",part="average"', 119),
  ],
] as const;

let promtool: string;
let folder: string;
beforeAll(async () => {
  ({ promtool } = await provide(prometheus, () => undefined));
  folder = await mkdtemp(path.join(os.tmpdir(), 'measured-time-'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

describe('a constant use stays what it is where data begins, ends or is missing', () => {
  it.each(cases)('%s', async (_name, expected) => {
    const file = path.join(folder, 'test.yaml');
    const test = {
      interval: '15s',
      input_series: inputSeries,
      promql_expr_test: [expected],
    };
    await writeFile(file, stringify({ rule_files: [], evaluation_interval: '15s', tests: [test] }));
    const { output } = await runProgram(promtool, ['test', 'rules', file]);
    expect(output).toContain('SUCCESS');
  });
});
