import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chartFolder } from '../../../scripts/chart/files';

// What the console's Observe > Dashboards reads of a dashboard: openshift/monitoring-plugin, release-4.22,
// web/src/components/dashboards/legacy/. Everything else in the file would be there for nobody.

/** Which keys it reads, by what they are keys of. */
const read = {
  board: ['title', 'tags', 'templating', 'rows', 'panels'],
  templating: ['list'],
  variable: ['name', 'type', 'query', 'hide', 'includeAll', 'options', 'datasource'],
  row: ['title', 'showTitle', 'collapse', 'panels'],
  graph: ['id', 'type', 'title', 'span', 'targets', 'stack', 'legend', 'yaxes', 'datasource'],
  singlestat: [
    ...['id', 'type', 'title', 'span', 'targets', 'format', 'decimals', 'options', 'datasource'],
    ...['prefix', 'postfix', 'valueMaps'],
  ],
  legend: ['show'],
  axis: ['format'],
  target: ['expr', 'legendFormat'],
} as const;

/** What it knows to format; it writes anything else as a plain number. */
const units = ['Bytes', 'bytes', 'bps', 'Bps', 'pps', 'ms', 's', 'percentunit', 'short'];

/** The fewest columns that it gives a panel where there is room: on large screens, and on the largest. */
const narrowest = { lg: 4, xl: 3 };

interface Panel {
  readonly id: number;
  readonly type: 'graph' | 'singlestat';
  readonly title: string;
  readonly span: number;
  readonly format?: string;
  readonly legend?: object;
  readonly yaxes?: readonly { readonly format: string }[];
  readonly targets: readonly { readonly expr: string; readonly legendFormat: string }[];
}

interface Board {
  readonly templating: { readonly list: readonly Readonly<Record<string, unknown>>[] };
  readonly rows: readonly { readonly title: string; readonly panels: readonly Panel[] }[];
}

const file = path.join(chartFolder, 'files', 'dashboards', 'console.json');
const board = JSON.parse(readFileSync(file, 'utf8')) as Board;
const panels = board.rows.flatMap((row) => row.panels);

const unread = (value: object = {}, keys: readonly string[] = []) =>
  Object.keys(value).filter((key) => !keys.includes(key));

it('holds nothing that the console does not read', () => {
  expect(unread(board, read.board)).toEqual([]);
  expect(unread(board.templating, read.templating)).toEqual([]);
  for (const variable of board.templating.list) expect(unread(variable, read.variable)).toEqual([]);
  for (const row of board.rows) expect(unread(row, read.row)).toEqual([]);
  for (const panel of panels) {
    expect([panel.title, unread(panel, read[panel.type])]).toEqual([panel.title, []]);
    expect(unread(panel.legend, read.legend)).toEqual([]);
    for (const axis of panel.yaxes ?? []) expect(unread(axis, read.axis)).toEqual([]);
    for (const target of panel.targets) expect(unread(target, read.target)).toEqual([]);
  }
});

it('lets a node be chosen, by the one form of query that the console translates', () => {
  expect(board.templating.list).toHaveLength(1);
  const [variable] = board.templating.list;
  // It shows a variable whose `hide` is exactly 0, and puts `.+` for all of them.
  expect(variable).toMatchObject({ name: 'node', type: 'query', hide: 0, includeAll: true });
  expect(variable?.query).toMatch(/^label_values\([^,]+, instance\)$/);
});

it.each(panels)('$title: is drawn as it is meant', (panel) => {
  expect(['graph', 'singlestat']).toContain(panel.type);
  // It reads the first axis of a graph, and of a number the first target.
  expect(panel.targets).toHaveLength(1);
  const shown = panel.type === 'graph' ? panel.yaxes : [{ format: panel.format }];
  expect(shown).toHaveLength(1);
  expect(units).toContain(shown?.[0]?.format);
  for (const { expr, legendFormat } of panel.targets) {
    // `$node` is the only variable, and it takes values as they are: in a regular expression.
    expect(expr.replaceAll('=~"$node"', '')).not.toContain('$');
    // What it does not find between braces it leaves as it stands.
    expect(legendFormat.replace(/{{[a-z]+}}/g, '')).not.toMatch(/[{}]/);
  }
});

it('gives every panel an id of its own', () => {
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
});

describe.each(Object.entries(narrowest))('on screens of size %s', (_size, narrow) => {
  it.each(board.rows)('row $title fills the width', (row) => {
    const columns = row.panels.map(({ span }) => Math.max(span, narrow));
    expect(columns.reduce((sum, one) => sum + one, 0)).toBe(12);
  });
});
