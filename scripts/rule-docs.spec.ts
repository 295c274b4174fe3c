import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { recordedSeries } from '../metrics/recorded';
import { chartFolder } from './chart/files';
import { ruleDocs } from './rule-docs';

interface RuleFile {
  readonly groups: readonly { readonly rules: readonly { readonly record?: string }[] }[];
}

test('docs/rules.md says what the contract says (npm run docs writes it)', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(ruleDocs());
});

test('the rules of the chart record what the contract says', () => {
  const folder = path.join(chartFolder, 'rules');
  const records = readdirSync(folder)
    .map((name) => parse(readFileSync(path.join(folder, name), 'utf8')) as RuleFile)
    .flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
    .flatMap(({ record }) => record ?? []);
  expect(records.sort()).toEqual(recordedSeries.map(({ name }) => name).sort());
});

const ours = recordedSeries.filter(({ name }) => !name.startsWith('namedprocess_'));

test.each(ours)('$name is named level:metric:operations by what it is left with', (one) => {
  // Where a value is known from is no level of aggregation.
  const levels = ['node', ...one.labels.filter((label) => label !== 'source')];
  expect(one.name).toMatch(new RegExp(`^${levels.join('_')}:hostproc_[a-z_]+:[a-z]+$`));
});
