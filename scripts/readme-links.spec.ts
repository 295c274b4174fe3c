import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs/accounting.md',
  'docs/compatibility.md',
  'docs/grouping.md',
  'docs/install.md',
  'charts/host-processes/README.md',
  'docs/metrics.md',
  'docs/user.md',
];

test.each(documents)('every file that %s links to is there', (document) => {
  const links = [...readFileSync(document, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
    ([, to]) => to ?? '',
  );
  const missing = links.filter((to) => !existsSync(path.join(path.dirname(document), to)));
  expect(missing).toEqual([]);
});

test('the README links to something at all', () => {
  expect(readFileSync('README.md', 'utf8')).toMatch(/\]\(docs\/pictures\//);
});
