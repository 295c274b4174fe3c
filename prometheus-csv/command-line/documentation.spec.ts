import { readFileSync } from 'node:fs';
import path from 'node:path';
import { flagGroups, flags } from './flags';
import { helpText } from './help-text';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/prometheus-csv.md'), 'utf8');

it('the page repeats --help to the letter', () => {
  expect(page).toContain(`\`\`\`text\n${helpText()}\`\`\``);
});

it('every option has a name and a letter of its own', () => {
  const names = Object.values(flagGroups).flatMap((group) => Object.keys(group));
  expect(new Set(names).size).toBe(names.length);
  const letters = Object.values(flags).flatMap(({ short }) => short ?? []);
  expect(new Set(letters).size).toBe(letters.length);
});
