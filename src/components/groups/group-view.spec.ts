import type { TableRow } from '../../../prometheus/series/table-rows';
import { sortColumns } from '../../url-state/page-state';
import { coresNow, isFiltered, matchingRows, noFilter, pageOf, sortedRows } from './group-view';

function row(name: string, values: Partial<Extract<TableRow, { kind: 'group' }>> = {}): TableRow {
  return { kind: 'group', key: name, name, class: 'service', unit: `${name}.service`, ...values };
}

const names = (rows: readonly TableRow[]) => rows.map(({ name }) => name);
const rank = (name: string) => ['kernel', 'service', 'pod'].indexOf(name);

describe('sortedRows', () => {
  const rows = [
    row('crio', { now: 0.2, maximum: 1 }),
    row('gone', { average: 3 }),
    row('kubelet', { now: 10, maximum: 0.5 }),
    row('bash', { now: 0.2, class: 'kernel' }),
  ];

  it('sorts by number and not by text, ties by name, missing values last', () => {
    const down = sortedRows(rows, { column: 'now', descending: true }, rank);
    expect(names(down)).toEqual(['kubelet', 'bash', 'crio', 'gone']);
    const up = sortedRows(rows, { column: 'now', descending: false }, rank);
    expect(names(up)).toEqual(['bash', 'crio', 'kubelet', 'gone']);
  });

  it('sorts by name with numbers as numbers, and by class in stack order', () => {
    const many = [row('w10'), row('w9'), row('W1')];
    expect(names(sortedRows(many, { column: 'name', descending: false }, rank))).toEqual([
      'W1',
      'w9',
      'w10',
    ]);
    const byClass = sortedRows(rows, { column: 'class', descending: false }, rank);
    expect(names(byClass)).toEqual(['bash', 'crio', 'gone', 'kubelet']);
  });

  it.each(sortColumns)('keeps every row when it sorts by %s', (column) => {
    const sorted = sortedRows(rows, { column, descending: true }, rank);
    expect(sorted).toHaveLength(rows.length);
    expect(new Set(sorted)).toEqual(new Set(rows));
  });
});

describe('matchingRows', () => {
  const rows = [row('crio'), row('kubelet'), row('(exited)', { unit: 'crio.service' })];

  it('finds names and units, whatever their case', () => {
    const found = (search: string) => matchingRows(rows, { ...noFilter, search });
    expect(names(found(' CRIO '))).toEqual(['crio', '(exited)']);
    expect(names(found('(ex'))).toEqual(['(exited)']);
    expect(found('')).toBe(rows);
    expect(found('nothing of the kind')).toEqual([]);
  });

  it('keeps rows of the chosen classes that match', () => {
    const pod: TableRow = {
      kind: 'pod',
      key: 'p',
      class: 'workload-pod',
      name: 'web-0',
      namespace: 'crio-tests',
    };
    const all = [...rows, pod];
    const of = (search: string, classes: readonly string[]) =>
      names(matchingRows(all, { ...noFilter, search, classes }));
    expect(of('', ['workload-pod'])).toEqual(['web-0']);
    expect(of('crio', ['workload-pod'])).toEqual(['web-0']);
    expect(of('', ['kernel'])).toEqual([]);
  });

  it('keeps the platform: the host and infrastructure pods, none that nobody splits', () => {
    const all: TableRow[] = [
      ...rows,
      {
        kind: 'pod',
        key: 'i',
        class: 'infrastructure-pod',
        name: 'dns',
        namespace: 'openshift-dns',
      },
      { kind: 'pod', key: 'w', class: 'workload-pod', name: 'web-0', namespace: 'shop' },
      { kind: 'unsplit', key: 'u', class: 'pod', name: '' },
    ];
    const platform = matchingRows(all, { ...noFilter, platformOnly: true });
    expect(names(platform)).toEqual(['crio', 'kubelet', '(exited)', 'dns']);
    const narrow = { search: 'dns', classes: ['workload-pod'], platformOnly: true };
    expect(matchingRows(all, narrow)).toEqual([]);
  });

  it('knows whether it leaves something out', () => {
    expect(isFiltered({ ...noFilter, search: '  ' })).toBe(false);
    expect(isFiltered({ ...noFilter, search: 'x' })).toBe(true);
    expect(isFiltered({ ...noFilter, classes: ['kernel'] })).toBe(true);
    expect(isFiltered({ ...noFilter, platformOnly: true })).toBe(true);
  });
});

describe('pageOf', () => {
  const rows = [1, 2, 3, 4, 5];

  it('cuts pages, and gives the last one when asked for more', () => {
    expect(pageOf(rows, 2, 2)).toEqual({ rows: [3, 4], page: 2 });
    expect(pageOf(rows, 9, 2)).toEqual({ rows: [5], page: 3 });
    expect(pageOf([], 1, 20)).toEqual({ rows: [], page: 1 });
  });
});

describe('coresNow', () => {
  it('adds what is known', () => {
    expect(coresNow([row('a', { now: 0.5 }), row('b'), row('c', { now: 0.25 })])).toBe(0.75);
  });
});
