import { differencesBetween, isFound, unlisted } from './compare';
import type { Difference } from './differences';

const here = `namedprocess_namegroup_num_procs{groupname="hpt-a"} 2
namedprocess_namegroup_states{groupname="hpt-a",state="Sleeping"} 2
namedprocess_namegroup_thread_count{groupname="hpt-a",threadname="hpt-a"} 2
namedprocess_namegroup_memory_bytes{groupname="hpt-a",memtype="proportionalResident"} 100
namedprocess_namegroup_num_procs{groupname="of somebody else"} 9
`;
const there = `namedprocess_namegroup_num_procs{groupname="hpt-a"} 2
namedprocess_namegroup_states{state="Sleeping",groupname="hpt-a"} 3
namedprocess_namegroup_memory_bytes{groupname="hpt-a",memtype="proportionalResident"} 90
namedprocess_namegroup_open_filedesc{groupname="hpt-a"} 3
`;
const found = differencesBetween(here, there, 'hpt-');

const entry = (family: RegExp, bound: Difference['bound'], more: Partial<Difference> = {}) => ({
  family,
  bound,
  reason: 'a test',
  issues: [],
  ...more,
});
const all: readonly Difference[] = [
  entry(/^states$/, { within: [-1, -1] }),
  entry(/^thread_/, { only: 'here' }, { labels: { groupname: /^hpt-a$/ } }),
  entry(/^open_filedesc$/, { only: 'there' }),
];

test('values and series of the tree alone, in whatever order labels stand', () => {
  expect(found).toEqual([
    { family: 'states', labels: { groupname: 'hpt-a', state: 'Sleeping' }, here: 2, there: 3 },
    {
      family: 'thread_count',
      labels: { groupname: 'hpt-a', threadname: 'hpt-a' },
      here: 2,
      there: undefined,
    },
    { family: 'open_filedesc', labels: { groupname: 'hpt-a' }, here: undefined, there: 3 },
  ]);
});

test('with an entry for each of them nothing is left', () => {
  expect(unlisted(found, all)).toEqual([]);
  expect(all.every((meant) => isFound(meant, found))).toBe(true);
});

test.each(all.map((one, i) => [one.family.source, i] as const))(
  'a difference without an entry is left: %s',
  (_, i) => {
    const others = all.filter((__, j) => j !== i);
    expect(unlisted(found, others)).toEqual([found[i]]);
  },
);

test.each([
  ['another family', entry(/^state$/, { within: [-1, -1] })],
  ['beyond its bound', entry(/^states$/, { within: [-0.5, 1] })],
  ['on the other side', entry(/^thread_/, { only: 'there' })],
  ['on one side only, where both have it', entry(/^states$/, { only: 'here' })],
  ['within a bound, where one has it', entry(/^open_filedesc$/, { within: [-9, 9] })],
  ['another label', entry(/^states$/, { within: [-1, -1] }, { labels: { groupname: /b/ } })],
  ['a label that is not there', entry(/^states$/, { within: [-1, -1] }, { labels: { x: /./ } })],
])('an entry that is about nothing is not found, and lists nothing: %s', (_, meant) => {
  expect(isFound(meant, found)).toBe(false);
  expect(unlisted(found, [meant])).toEqual(found);
});
