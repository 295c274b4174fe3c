import { readFileSync } from 'node:fs';
import { catalog } from '../metrics/catalog';
import { metricDocs } from './metric-docs';

test('docs/metrics.md says what the contract says (npm run docs writes it)', () => {
  expect(readFileSync('docs/metrics.md', 'utf8')).toBe(metricDocs());
});

test('every family is described, once', () => {
  for (const { name } of catalog) {
    expect(metricDocs().split(`| \`${name}\` |`)).toHaveLength(2);
  }
});
