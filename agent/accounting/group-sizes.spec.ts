import fc from 'fast-check';
import { processStates } from '../../metrics/namegroup';
import { someProcess } from '../grouping/some-process';
import { GroupSizes } from './group-sizes';

const time = { nowMs: 0, first: false };
const letter = (one: string) => one.charCodeAt(0);
const stateAt = (state: string) => processStates.findIndex((one) => one === state);

test('a group is what its processes are together', () => {
  const sizes = new GroupSizes();
  const older = { pid: 1, starttimeTicks: 5, numThreads: 2, rssPages: 10, vsizeBytes: 4096 };
  sizes.put(someProcess({ ...older, state: letter('R') }), 'crio', time);
  sizes.put(someProcess({ pid: 2, starttimeTicks: 7, rssPages: 1 }), 'crio', time);
  expect(sizes.all()).toMatchObject([
    {
      groupname: 'crio',
      numProcs: 2,
      numThreads: 3,
      residentPages: 11,
      virtualBytes: 4096,
      oldestStartTicks: 5,
    },
  ]);
  const { states = [] } = sizes.all()[0] ?? {};
  expect([states[stateAt('Running')], states[stateAt('Sleeping')]]).toEqual([1, 1]);
});

test('groups that stood still are the same objects, and when all did, the same array', () => {
  const sizes = new GroupSizes();
  const [moving, still] = [someProcess({ pid: 1 }), someProcess({ pid: 2 })];
  sizes.put(moving, 'a', time);
  sizes.put(still, 'b', time);
  const before = sizes.all();
  sizes.put(moving, 'a', time);
  expect(sizes.all()).toBe(before);
  moving.rssPages = 3;
  sizes.put(moving, 'a', time);
  const after = sizes.all();
  expect(after[0]).toMatchObject({ residentPages: 3 });
  expect(before[0]).toMatchObject({ residentPages: 0 });
  expect(after[1]).toBe(before[1]);
});

test('a group that ended stays with 0 processes until it is forgotten', () => {
  const sizes = new GroupSizes();
  const process = someProcess();
  sizes.put(process, 'a', time);
  sizes.delete(process, time);
  expect(sizes.all()).toMatchObject([{ numProcs: 0, numThreads: 0, oldestStartTicks: undefined }]);
  sizes.forget({ nowMs: 9, first: false }, 10, () => true);
  expect(sizes.all()).toHaveLength(1);
  sizes.forget({ nowMs: 10, first: false }, 10, () => true);
  expect(sizes.all()).toEqual([]);
});

test('however processes come, change, move and go: as if they were added up anew', () => {
  const step = fc.record({
    which: fc.nat({ max: 5 }),
    groupname: fc.constantFrom('a', 'b', 'c', undefined, 'ended'),
    numThreads: fc.integer({ min: 1, max: 4 }),
    rssPages: fc.nat({ max: 9 }),
    vsizeBytes: fc.nat({ max: 9 }),
    state: fc.constantFrom(...['R', 'S', 'D', 'Z', 'T'].map(letter)),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const sizes = new GroupSizes();
      const processes = Array.from({ length: 6 }, (_, i) =>
        someProcess({ pid: i, starttimeTicks: i }),
      );
      const groupOf = new Map<number, string>();
      const seen = new Set<string>();
      for (const { which, groupname, ...now } of steps) {
        const process = processes[which]!;
        groupOf.delete(which);
        if (groupname === 'ended') sizes.delete(process, time);
        else {
          Object.assign(process, now);
          sizes.put(process, groupname, time);
          if (groupname !== undefined) {
            groupOf.set(which, groupname);
            seen.add(groupname);
          }
        }
        const anew = new GroupSizes();
        for (const name of seen) anew.put(someProcess({ pid: 99 }), name, time);
        for (const [i, name] of groupOf) anew.put({ ...processes[i]! }, name, time);
        const expected = new Map(anew.all().map((size) => [size.groupname, size]));
        for (const size of sizes.all()) {
          const other = expected.get(size.groupname)!;
          // One more process is in each of the others, so that they are there.
          expect(size.numProcs).toBe(other.numProcs - 1);
          expect(size.numThreads).toBe(other.numThreads - 1);
          expect(size.residentPages).toBe(other.residentPages);
          expect(size.virtualBytes).toBe(other.virtualBytes);
          const members = [...groupOf].filter(([, name]) => name === size.groupname);
          const oldest = members.length === 0 ? undefined : Math.min(...members.map(([i]) => i));
          expect(size.oldestStartTicks).toBe(oldest);
          const sleeping = stateAt('Sleeping');
          expect(size.states.map((n, i) => (i === sleeping ? n + 1 : n))).toEqual(other.states);
        }
      }
    }),
    { numRuns: 200 },
  );
});
