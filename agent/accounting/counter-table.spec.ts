import { CounterTable } from './counter-table';
import { seriesLabels } from './series-labels';

const zeroForMs = 16_500;
const at = (nowMs: number, first = false) => ({ nowMs, first });

function valueAt(table: CounterTable, nowMs: number) {
  return table.series(nowMs, 1)[0]?.value;
}

test('a new series shows 0 to every scraper once, and all of it after', () => {
  const table = new CounterTable(zeroForMs);
  table.add(seriesLabels('pod'), 7, at(1000));
  expect(valueAt(table, 1000)).toBe(0);
  expect(valueAt(table, 16_000)).toBe(0);
  table.add(seriesLabels('pod'), 5, at(16_000));
  expect(valueAt(table, 17_500)).toBe(12);
});

test('a series that begins with the agent shows its value at once', () => {
  const table = new CounterTable(zeroForMs);
  table.add(seriesLabels('pod'), 0, at(0, true));
  table.add(seriesLabels('pod'), 3, at(5000));
  expect(valueAt(table, 5000)).toBe(3);
});

test('label values that would run together stay apart', () => {
  const table = new CounterTable(0);
  table.add(seriesLabels('a', 'bc'), 1, at(0));
  table.add(seriesLabels('ab', 'c'), 2, at(0));
  expect(table.series(0, 1).map(({ value }) => value)).toEqual([1, 2]);
});

test('a series keeps its array of label values: the exposition caches text by it', () => {
  const table = new CounterTable(0);
  table.add(seriesLabels('a'), 1, at(0));
  expect(table.series(0, 1)[0]?.labelValues).toBe(table.series(1, 1)[0]?.labelValues);
});

test('a series that stayed leaves no garbage, and what was asked for before stays as it was', () => {
  const table = new CounterTable(0);
  table.add(seriesLabels('a'), 1, at(0));
  table.add(seriesLabels('b'), 1, at(0));
  const before = table.series(0, 1);
  table.add(seriesLabels('a'), 1, at(1));
  const after = table.series(1, 1);
  table.add(seriesLabels('c'), 1, at(2));
  expect(after[1]).toBe(before[1]);
  const valuesOf = (series: typeof before) => series.map(({ value }) => value);
  expect([before, after, table.series(2, 1)].map(valuesOf)).toEqual([
    [1, 1],
    [2, 1],
    [2, 1, 1],
  ]);
});

test('series keep their places when one is taken out', () => {
  const table = new CounterTable(0);
  for (const name of ['a', 'b', 'c']) table.add(seriesLabels(name), 1, at(0));
  table.series(0, 1);
  table.add(seriesLabels('a'), 6, at(1));
  table.forget(at(1), Infinity, ([name]) => name !== 'a');
  table.add(seriesLabels('c'), 2, at(1));
  table.add(seriesLabels('d'), 4, at(1));
  const series = table.series(1, 1).map(({ labelValues, value }) => [...labelValues, value]);
  expect(series).toEqual([
    ['b', 1],
    ['c', 3],
    ['d', 4],
  ]);
});

test('only where no value changed it is the same array: the exposition then looks no further', () => {
  const table = new CounterTable(10);
  table.add(seriesLabels('a'), 1, at(0));
  const hidden = table.series(0, 1);
  table.add(seriesLabels('a'), 0, at(1));
  expect(table.series(1, 1)).toBe(hidden);
  const shown = table.series(10, 1);
  expect(shown).not.toBe(hidden);
  table.add(seriesLabels('a'), 2, at(11));
  expect(table.series(11, 1)).not.toBe(shown);
});

test('labels find their series again after it was taken out, and in another table', () => {
  const table = new CounterTable(0);
  const labels = seriesLabels('a');
  table.add(labels, 1, at(0));
  table.forget(at(1), Infinity, () => false);
  expect(table.has(labels)).toBe(false);
  table.add(labels, 2, at(2));
  const other = new CounterTable(0);
  other.add(labels, 5, at(2));
  table.add(labels, 4, at(3));
  expect([valueAt(table, 3), valueAt(other, 3)]).toEqual([7, 5]);
});

test('forgets what was not used for long, and what is no longer wanted', () => {
  const table = new CounterTable(10);
  for (const name of ['old', 'kept', 'young', 'unwanted']) table.add(seriesLabels(name), 1, at(0));
  table.keep(seriesLabels('kept'), at(100));
  table.keep(seriesLabels('unknown'), at(100));
  table.add(seriesLabels('young'), 0, at(100));
  table.add(seriesLabels('unwanted'), 1, at(80));
  table.forget(at(110), 90, ([name]) => name !== 'unwanted');
  expect(table.series(110, 1).map(({ labelValues }) => labelValues[0])).toEqual(['kept', 'young']);
});

test('forgets nothing before every scraper has seen its last value', () => {
  const table = new CounterTable(zeroForMs);
  table.add(seriesLabels('unwanted'), 1, at(0));
  table.forget(at(17_000), Infinity, () => false);
  expect(table.series(17_000, 1)).toHaveLength(1);
  table.forget(at(33_000), Infinity, () => false);
  expect(table.series(33_000, 1)).toHaveLength(0);
});

test('a series that comes back goes on where it was, and loses nothing', () => {
  const table = new CounterTable(zeroForMs);
  table.add(seriesLabels('job'), 5, at(0));
  table.forget(at(100_000), 60_000, () => true);
  expect(table.series(100_000, 1)).toEqual([]);
  table.add(seriesLabels('job'), 3, at(200_000));
  expect(valueAt(table, 200_000)).toBe(5);
  expect(valueAt(table, 216_500)).toBe(8);
});
