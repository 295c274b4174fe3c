import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formats } from '../command-line/choices';
import { accountUsages } from '../rows/account-usages';
import { arrange } from '../rows/arrange';
import { readExport } from '../rows/earlier-export';
import { growth } from '../rows/growth';
import { verdicts } from '../rows/verdict';
import { viewRows } from '../rows/view-rows';
import { clock, everything, gathered, grid } from '../testdata/gathered';
import { growthColumns, rowColumns, verdictColumns } from './columns';
import { aboutGrid, documentOf } from './document';
import { textOf } from './format';
import { legacyText } from './legacy';
import { reportText } from './report/report';

const rising = grid.moments.map((_, i) => (i + 1) / 100);
const data = gathered({
  ...clock('n1.example', 2),
  classes: [
    [{ instance: 'n1.example', class: 'service' }, rising],
    [{ instance: 'n1.example', class: 'kernel' }, 0.25],
    [{ instance: 'n1.example', class: 'pod' }, 1.5],
  ],
  groups: [
    [
      { instance: 'n1.example', class: 'service', unit: 'a.service', groupname: '=cmd|"x"!A0' },
      rising,
    ],
    [{ instance: 'n1.example', class: 'session', unit: 'session', groupname: '-bash' }, 0.2],
    [
      { instance: 'n1.example', class: 'kernel', unit: 'rcu', groupname: '<b>a, "b"\n\u001b[31m' },
      0.25,
    ],
  ],
  pods: [
    [{ node: 'n1.example', namespace: 'openshift-etcd', pod: 'etcd-0' }, 1],
    [{ node: 'n1.example', namespace: 'shop', pod: 'web-5d4f8b7c9d-x2x4z' }, 1 / 3],
  ],
});

const rows = arrange(viewRows({ view: 'all', sumNodes: false }, data, everything), {
  sortBy: 'avg',
});
const account = accountUsages(data, []);
const judged = verdicts(
  data,
  account,
  new Map([['n1.example', { capacity: 4, allocatable: 3.5 }]]),
  {},
);
const earlier = rows.map((row) => ({ ...row, average: row.average / 2 }));
const about = aboutGrid(grid);
const documents = {
  rows: documentOf({ ...about, view: 'all' }, rowColumns, rows),
  verdict: documentOf(about, verdictColumns, judged),
  growth: documentOf(about, growthColumns, growth(earlier, rows, 10)),
};
const legacy = [
  {
    labels: { groupname: "it's", instance: 'n1' },
    figures: { avg: 1e-5, min: 0, max: 0.9 },
  },
  { labels: { namespace: 'shop', pod: 'web' }, figures: { avg: 2, max: 10.25 } },
];

const folder = path.join(import.meta.dirname, '../testdata/golden');

function expectGolden(name: string, text: string) {
  const file = path.join(folder, name);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const cases = (['rows', 'verdict', 'growth'] as const).flatMap((name) =>
  formats.map((format) => [name, format] as const),
);

it.each(cases)('golden: %s as %s', (name, format) => {
  expectGolden(`${name}.${format === 'table' ? 'txt' : format}`, textOf(documents[name], format));
});

it.each(
  (['prototype', 'prom'] as const).flatMap((ancestor) =>
    (['csv', 'json', 'yaml', 'table'] as const).map((format) => [ancestor, format] as const),
  ),
)('golden: legacy of %s as %s', (ancestor, format) => {
  const text = legacyText(legacy, ancestor, '1h', format, { sortBy: 'max' });
  expectGolden(`legacy-${ancestor}.${format === 'table' ? 'txt' : format}`, text);
});

const report = reportText({
  source: 'thanos.example',
  version: '1.2.3',
  grid,
  verdicts: judged,
  account,
  groups: rows.filter((row) => row.class !== 'pod'),
  pods: rows.filter((row) => row.class === 'pod'),
});

it('golden: the report', () => {
  expectGolden('report.html', report);
});

it('the report needs nothing from anywhere, and runs nothing', () => {
  expect(report).not.toMatch(/https?:|src=|<script|<link|@import|url\(/);
  expect(report).toContain('&lt;b&gt;a, &quot;b&quot;');
});

describe('an export that is read again', () => {
  it.each(['csv', 'json', 'yaml'] as const)('is the same as %s', (format) => {
    const again = readExport('file', textOf(documents.rows, format));
    const rounded = rows.map((row) => ({
      ...row,
      ...Object.fromEntries(
        (['average', 'minimum', 'maximum', 'p95'] as const).map((figure) => [
          figure,
          Number(row[figure].toFixed(6)),
        ]),
      ),
    }));
    expect(again).toEqual(rounded);
  });

  it.each(['', 'a,b\r\n1,2\r\n', '{}', '{"rows":[{"a":1}]}', 'rows: 3', '{"rows":'])(
    'is refused when it is none: %j',
    (text) => {
      expect(() => readExport('old.csv', text)).toThrow(
        /^The baseline old\.csv is no export of prometheus-csv: /,
      );
    },
  );
});
