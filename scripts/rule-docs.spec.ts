import { readdirSync, readFileSync } from 'node:fs';
import { recordedSeries } from '../metrics/recorded';
import { ruleDocs } from './rule-docs';
import { shippedAlerts, shippedRules } from './rule-files';

test('docs/rules.md says what the contract and the rules say (npm run docs writes it)', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(ruleDocs(shippedAlerts()));
});

test('the rules of the chart record what the contract says', () => {
  const records = shippedRules().flatMap(({ record }) => record ?? []);
  expect(records.sort()).toEqual(recordedSeries.map(({ name }) => name).sort());
});

const ours = recordedSeries.filter(({ name }) => !name.startsWith('namedprocess_'));

test.each(ours)('$name is named level:metric:operations by what it is left with', (one) => {
  // Where a value is known from is no level of aggregation.
  const levels = ['node', ...one.labels.filter((label) => label !== 'source')];
  expect(one.name).toMatch(new RegExp(`^${levels.join('_')}:hostproc_[a-z_]+:[a-z]+$`));
});

test('every alert has its runbook, and every runbook its alert', () => {
  const alerts = shippedAlerts();
  expect(readdirSync('docs/runbooks').sort()).toEqual(
    alerts.map(({ alert }) => `${alert}.md`).sort(),
  );
  for (const { alert, annotations } of alerts) {
    expect(annotations.runbook).toBe(`docs/runbooks/${alert}.md`);
    const text = readFileSync(annotations.runbook, 'utf8');
    expect(text.split('\n')[0]).toBe(`# ${alert}`);
    for (const part of ['Meaning', 'Impact', 'Diagnosis', 'itigation'])
      expect(text).toContain(part);
  }
});

test.each(shippedAlerts())(
  '$alert says how bad it is, and what it is about in a sentence',
  (one) => {
    expect(['info', 'warning', 'critical']).toContain(one.labels.severity);
    expect(one.annotations.summary).toMatch(/^[A-Z].*\.$/);
  },
);
