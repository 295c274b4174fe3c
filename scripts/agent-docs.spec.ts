import { readFileSync } from 'node:fs';
import { type Flag, flags } from '../agent/command-line/flags';
import { selectorKeys } from '../agent/grouping/selectors';
import { variables } from '../agent/grouping/template-variables';

const compatibility = readFileSync('docs/compatibility.md', 'utf8');
const grouping = readFileSync('docs/grouping.md', 'utf8');

/** The first cells of the rows of tables, with the second. */
function rows(text: string): Map<string, string> {
  const cells = text.matchAll(/^\| `([^`]+)` *\|([^|]*)\|/gm);
  return new Map([...cells].map(([, first = '', second = '']) => [first, second.trim()]));
}

test('docs/compatibility.md has every flag with its default, and no other', () => {
  const documented = [...rows(compatibility)].filter(([name]) => name.startsWith('--'));
  const expected = Object.values<Flag>(flags).map(({ name, default: preset }) => [
    `--${name}`,
    preset === '' ? '' : `\`${preset}\``,
  ]);
  expect(documented.sort()).toEqual(expected.sort());
});

test('docs/grouping.md has every key of a rule and every variable of a name', () => {
  const documented = [...rows(grouping).keys()];
  const known = [
    ...selectorKeys,
    'name',
    'threads',
    ...Object.keys(variables).map((one) => `.${one}`),
  ];
  expect(documented.filter((one) => one !== '.Matches.x').sort()).toEqual(known.sort());
});
