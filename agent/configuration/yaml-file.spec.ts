import { ComplaintsError } from './complaint';
import { readYaml } from './yaml-file';
import type { YamlValue } from './yaml-value';

/** Reads everything there is, as a reader that asks for all of it would. */
function everything(value: YamlValue): unknown {
  if (value.isNull) return null;
  if (value.isList) return value.items()?.map(everything);
  if (value.isMapping) {
    return Object.fromEntries(
      [...(value.entries() ?? [])].map(([key, one]) => [key, everything(one)]),
    );
  }
  return value.text();
}

function complaintsOf(text: string, read: (root: YamlValue) => unknown = everything): string {
  try {
    readYaml(text, 'f.yml', read);
    return 'none';
  } catch (error) {
    if (error instanceof ComplaintsError) return error.message;
    throw error;
  }
}

test('scalars are texts as they are written; anchors, merged keys and nothing are YAML’s', () => {
  const text = `
a: &a {x: 007, y: yes}
b: {<<: *a, y: no}
c: [*a, ~, ""]
d:
`;
  expect(readYaml(text, 'f.yml', everything)).toEqual({
    a: { x: '007', y: 'yes' },
    b: { x: '007', y: 'no' },
    c: [{ x: '007', y: 'yes' }, null, ''],
    d: null,
  });
});

test.each<[string, (value: YamlValue) => unknown, unknown]>([
  ['true', (value) => value.boolean(), true],
  ['Off', (value) => value.boolean(), false],
  ['12', (value) => value.wholeNumber(), 12],
  ['[a, 1]', (value) => value.texts(), ['a', '1']],
  ['a', (value) => value.meaning((text) => `${text}!`, 'anything'), 'a!'],
  ['{a: 1, b: }', (value) => [...(value.fields(['a', 'b'])?.keys() ?? [])], ['a']],
])('%j is read', (text, read, expected) => {
  expect(readYaml(text, 'f.yml', read)).toEqual(expected);
});

test.each<[string, (value: YamlValue) => unknown, string]>([
  ['"true"', (value) => value.boolean(), 'f.yml:1:1: expects true or false, found "true".'],
  [
    '-1',
    (value) => value.wholeNumber(),
    'f.yml:1:1: expects a whole number of 0 or more, found "-1".',
  ],
  ['[a, [b]]', (value) => value.texts(), 'f.yml:1:5: [1]: expects a text, found a list.'],
  [
    'a',
    (value) => value.meaning(() => undefined, 'x or y'),
    'f.yml:1:1: expects x or y, found "a".',
  ],
  [
    '{c: 1}',
    (value) => value.fields(['a', 'b']),
    'f.yml:1:2: c: is not known here, only a, b are.',
  ],
  [
    '{"c\\nd": 1}',
    (value) => value.fields(['a']),
    'f.yml:1:2: "c\\nd": is not known here, only a is.',
  ],
])('%j is complained of', (text, read, complaint) => {
  expect(complaintsOf(text, read)).toBe(complaint);
});

describe('no file takes without end', () => {
  const list = `[${'x,'.repeat(2000)}]`;

  test('aliases that stand for the same long list, over and over', () => {
    const text = `a: &a ${list}\nb: [${'*a,'.repeat(2000)}]\n`;
    let values = 0;
    const counted = (value: YamlValue): void => {
      values += 1;
      if (value.isMapping) for (const one of value.entries()?.values() ?? []) counted(one);
      else value.items()?.forEach((one) => (one.isList ? counted(one) : (values += 1)));
    };
    expect(complaintsOf(text, counted)).toBe(
      'f.yml:1:1: expects at most 1048576 values, those that aliases repeat included.',
    );
    expect(values).toBeLessThanOrEqual(1_048_576);
  });

  test('an alias of itself', () => {
    expect(complaintsOf('&a [*a, *a]')).toMatch(/^f\.yml:1:1: expects /);
  });

  test.each([
    ['lists in lists', '['.repeat(200_000)],
    ['mappings in mappings', '{a: '.repeat(50_000)],
    [
      'mappings that merge each other in a long chain',
      `- &m0 {a: 1}\n${Array.from({ length: 30_000 }, (_, i) => `- &m${i + 1} {<<: *m${i}}\n`).join('')}`,
    ],
  ])('%s', (_, text) => {
    expect(complaintsOf(text)).toMatch(/^f\.yml:\d+:\d+: /);
  });

  test('more text than a config map holds', () => {
    expect(complaintsOf('x'.repeat(1024 * 1024 + 1))).toBe(
      'f.yml:1:1: expects at most 1048576 characters, found 1048577.',
    );
  });
});
