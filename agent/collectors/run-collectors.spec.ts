import { counter } from '../../metrics/family';
import type { Snapshot } from '../accounting/snapshot';
import type { Collector } from './collector';
import { runCollectors } from './run-collectors';

const family = counter({ name: 'a_total', help: 'A.', labels: [], unit: 'none' });
const good: Collector = {
  name: 'good',
  collect: () => [{ family, samples: [{ labelValues: [], value: 1 }] }],
};
const broken: Collector = {
  name: 'broken',
  collect: () => {
    throw new Error('no such thing');
  },
};

async function run(
  collectors: readonly Collector[],
  makeSnapshot = () => Promise.resolve({} as Snapshot),
) {
  const errors: unknown[] = [];
  let nowMs = 0;
  const families = await runCollectors(
    collectors,
    makeSnapshot,
    () => (nowMs += 500),
    (error) => errors.push(error),
  );
  const valuesOf = (name: string) =>
    families
      .filter((one) => one.family.name === name)
      .flatMap(({ samples }) => samples.map(({ labelValues, value }) => [...labelValues, value]));
  return { errors, valuesOf };
}

test('reports success and duration of the pass and of every collector', async () => {
  const { valuesOf, errors } = await run([good]);
  expect(valuesOf('a_total')).toEqual([[1]]);
  expect(valuesOf('hostproc_collector_success')).toEqual([
    ['pass', 1],
    ['good', 1],
  ]);
  expect(valuesOf('hostproc_collector_duration_seconds')).toEqual([
    ['pass', 0.5],
    ['good', 0.5],
  ]);
  expect(errors).toEqual([]);
});

test('a collector that fails takes no other with it', async () => {
  const { valuesOf, errors } = await run([broken, good]);
  expect(valuesOf('a_total')).toEqual([[1]]);
  expect(valuesOf('hostproc_collector_success')).toEqual([
    ['pass', 1],
    ['broken', 0],
    ['good', 1],
  ]);
  expect(errors).toEqual([new Error('no such thing')]);
});

test('a pass that fails leaves all families out, and says so', async () => {
  const { valuesOf, errors } = await run([good], () =>
    Promise.reject(new Error('/proc/stat: cannot be read (EIO)')),
  );
  expect(valuesOf('a_total')).toEqual([]);
  expect(valuesOf('hostproc_collector_success')).toEqual([
    ['pass', 0],
    ['good', 0],
  ]);
  expect(errors).toHaveLength(1);
});
