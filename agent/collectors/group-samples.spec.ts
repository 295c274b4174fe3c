import { gauge } from '../../metrics/family';
import type { GroupSize } from '../accounting/snapshot';
import { GroupSamples } from './group-samples';

const family = gauge({ name: 'demo', help: 'H.', labels: ['groupname'], unit: 'none' });
const labels = new Map(['a', 'b', 'c'].map((name) => [name, [name]]));

function size(groupname: string, numProcs: number, numThreads = 0): GroupSize {
  return {
    groupname,
    numProcs,
    numThreads,
    residentPages: 0,
    virtualBytes: 0,
    states: [],
    oldestStartTicks: undefined,
  };
}

/** A family of numbers of processes; of a group without any nothing is said. */
function counted() {
  const asked: string[] = [];
  const samples = new GroupSamples(family, ({ groupname, numProcs }) => {
    asked.push(groupname);
    return numProcs === 0 ? [] : [{ labelValues: labels.get(groupname) ?? [], value: numProcs }];
  });
  return { asked, of: (sizes: readonly GroupSize[]) => samples.of(sizes).samples };
}

const rows = (samples: ReturnType<ReturnType<typeof counted>['of']>) =>
  samples.map(({ labelValues, value }) => [...labelValues, value].join(' '));

test('groups that come, change and go', () => {
  const { of } = counted();
  expect(rows(of([]))).toEqual([]);
  expect(rows(of([size('a', 1), size('b', 0)]))).toEqual(['a 1']);
  expect(rows(of([size('a', 1), size('b', 2), size('c', 3)]))).toEqual(['a 1', 'b 2', 'c 3']);
  expect(rows(of([size('b', 2), size('c', 4)]))).toEqual(['b 2', 'c 4']);
  expect(rows(of([]))).toEqual([]);
});

test('a group that stood still is not asked, and one whose sample is as before keeps it', () => {
  const { of, asked } = counted();
  const [a, b] = [size('a', 1), size('b', 2)];
  const before = of([a, b]);
  expect(of([a, size('b', 2, 7)])).toBe(before);
  expect(asked).toEqual(['a', 'b', 'b']);
  const after = of([a, size('b', 3)]);
  expect(after[0]).toBe(before[0]);
  expect(rows(before)).toEqual(['a 1', 'b 2']);
});
