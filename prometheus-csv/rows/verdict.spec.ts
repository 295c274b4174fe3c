import { clock, gathered, grid, type Written } from '../testdata/gathered';
import { accountUsages } from './account-usages';
import { nodesWithoutPods, verdicts } from './verdict';

/** A node whose host uses 1 core, infrastructure pods 1 (2.2 once), and workload 1. */
function judged(
  known: Parameters<typeof verdicts>[2] extends ReadonlyMap<string, infer Known> ? Known : never,
  judging: Parameters<typeof verdicts>[3] = {},
  written: { pods?: Written[]; measured?: boolean } = {},
) {
  const spike = grid.moments.map((_, i) => (i === 5 ? 2.2 : 1));
  const data = gathered({
    ...(written.measured === false
      ? {
          modes: [
            [{ instance: 'n1', mode: 'busy' }, grid.moments.map((_, i) => (i < 4 ? 4 : null))],
          ],
          cpus: [[{ instance: 'n1' }, grid.moments.map((_, i) => (i < 4 ? 4 : null))]],
        }
      : clock('n1', 3)),
    classes: [
      [{ instance: 'n1', class: 'service' }, 0.75],
      [{ instance: 'n1', class: 'agent' }, 0.25],
      [{ instance: 'n1', class: 'pod' }, 2],
    ],
    pods: written.pods ?? [
      [{ node: 'n1', namespace: 'openshift-etcd', pod: 'etcd' }, spike],
      [{ node: 'n1', namespace: 'shop', pod: 'web' }, 1],
    ],
  });
  const account = accountUsages(data, []);
  const found = verdicts(data, account, new Map([['n1', known]]), judging);
  return { verdict: found[0], blind: nodesWithoutPods(found, account) };
}

const set = (cpus: number) => ({
  capacity: 4,
  reserved: { cpus, source: 'tuned.non_isolcpus' as const },
});

it('judges the platform against a reserved set', () => {
  expect(judged(set(4)).verdict).toMatchObject({
    node: 'n1',
    verdict: 'within',
    judged: 'platform',
    reserved: 4,
    source: 'tuned.non_isolcpus',
    maximum: 3.2,
    minimum: 2,
    headroom: 4 - 3.2,
    aboveSeconds: 0,
    neededCpus: 4,
  });
});

it('judges the host against capacity less allocatable', () => {
  expect(judged({ capacity: 4, allocatable: 3.5 }).verdict).toMatchObject({
    verdict: 'exceeds',
    judged: 'host',
    reserved: 0.5,
    maximum: 1,
    headroom: -0.5,
    aboveSeconds: (grid.moments.length * grid.stepMs) / 1000,
  });
});

it.each([
  [set(3.5), 'close'],
  [set(3.1), 'exceeds'],
  [{ capacity: 4 }, 'unknown'],
])('with %j it is %s', (known, word) => {
  expect(judged(known).verdict?.verdict).toBe(word);
});

it('takes a reservation and what is judged from the command line', () => {
  expect(judged({}, { reservedCpus: 2, judge: 'host' }).verdict).toMatchObject({
    verdict: 'within',
    judged: 'host',
    reserved: 2,
    source: 'option',
  });
  expect(judged(set(4), { reservedCpus: 3 }).verdict).toMatchObject({
    verdict: 'exceeds',
    aboveSeconds: grid.stepMs / 1000,
  });
});

it('says nothing for sure where less than half was measured', () => {
  expect(judged(set(9), {}, { measured: false }).verdict?.verdict).toBe('too little data');
});

it('knows when the platform was judged without pods', () => {
  expect(judged(set(4)).blind).toEqual([]);
  expect(judged(set(4), {}, { pods: [] }).blind).toEqual(['n1']);
  expect(judged(set(4), { judge: 'host' }, { pods: [] }).blind).toEqual([]);
});
