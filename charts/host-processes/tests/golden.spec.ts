import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { chartFolder } from '../../../scripts/chart/files';
import { chartValues } from '../../../scripts/chart/values';
import { helmReleases, provideHelm, renderText } from './support/chart';

const inTests = (...parts: string[]) => path.join(chartFolder, 'tests', ...parts);
const valuesOf = (name: string) =>
  parse(readFileSync(inTests('values', `${name}.yaml`), 'utf8')) as object;

beforeAll(provideHelm, 120_000);

// `npm run golden` writes them anew.
describe.each(['default', 'everything'])('the golden manifests of %s values', (name) => {
  it.each(helmReleases)('are what %s renders', async (helm) => {
    const text = await renderText(helm, { values: valuesOf(name) });
    const file = inTests('golden', `${name}.yaml`);
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    expect(existsSync(file)).toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

/** What has one sensible setting in a rendering of everything: switched off, the objects would be missing. */
const on = /(^|\.)(enabled|create)$/;

test('the everything-set values set everything, to something else', () => {
  const given = valuesOf('everything');
  const at = (keys: readonly string[]) =>
    keys.reduce<unknown>((tree, key) => (tree as Record<string, unknown>)[key], given);
  const values = chartValues(readFileSync(path.join(chartFolder, 'values.yaml'), 'utf8'));
  for (const { path: name, preset } of values) {
    const value = at(name.split('.'));
    expect([name, value === undefined]).toEqual([name, false]);
    const changed = JSON.stringify(value) !== JSON.stringify(preset);
    expect([name, changed || on.test(name)]).toEqual([name, true]);
  }
});
