import { readFileSync } from 'node:fs';
import path from 'node:path';
import { kubernetes } from '../../../scripts/parts/kubernetes';
import { projectFolder } from '../../../scripts/project-folder';
import { helmReleases, provideHelm, render, required } from './support/chart';
import { deepMerge } from './support/deep-merge';
import { type Installation, installations } from './support/installations';

// docs/install.md says what `npm run test:cluster` installs.
const text = readFileSync(path.join(projectFolder, 'docs', 'install.md'), 'utf8');
const [, chapter = ''] = text.split('## What was installed\n');

/** As in `agent.tier=io`. */
function assignments(values: object, prefix = ''): string[] {
  return Object.entries(values).flatMap(([key, value]: [string, unknown]) => {
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isMap) return assignments(value, `${prefix}${key}.`);
    return [`${prefix}${key}=${JSON.stringify(value).replaceAll('"', '')}`];
  });
}

const shownValues = ({ name, values }: Installation) =>
  name === 'everything'
    ? '[every value](../charts/host-processes/tests/values/everything.yaml)'
    : assignments(values)
        .map((one) => `\`${one}\``)
        .join(', ');

test('every installation is in the table, with its values', () => {
  const rows = [...chapter.matchAll(/^\| (.+?) +\| (.*?) *\|$/gm)].map(([, name, values]) => [
    name,
    values,
  ]);
  expect(rows.slice(2)).toEqual(installations().map((one) => [one.name, shownValues(one)]));
});

test('the releases are those that install', () => {
  expect(chapter).toContain(`By ${helmReleases.join(' and ')}, on ${kubernetes.name}`);
});

test('the API versions are those of the objects', async () => {
  await provideHelm();
  const found = new Set<string>();
  for (const { values } of installations()) {
    const manifests = await render({ values: deepMerge(required, values) });
    for (const { apiVersion } of manifests) found.add(apiVersion);
  }
  const [, said = ''] = /API versions: (.*)\.$/m.exec(chapter) ?? [];
  expect(said.replaceAll('`', '').split(', ')).toEqual([...found].sort());
}, 120_000);
