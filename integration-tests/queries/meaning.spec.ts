import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { startPrometheus, writeConfiguration } from '../../demo/launcher/prometheus';
import { questions, requests, windowQuestions } from '../../prometheus/promql/queries';
import { projectFolder } from '../../scripts/project-folder';
import { provide } from '../../scripts/parts/part';
import { prometheus2 } from '../../scripts/parts/prometheus';
import { promtool3 } from '../../scripts/parts/promtool-3';
import { makeBlocks } from '../known-data/known-prometheus';
import { askPrometheus } from './known-world/ask-prometheus';
import { askPromtool } from './known-world/ask-promtool';
import { labelText, openMetricsText } from './known-world/world';
import { scenarios } from './scenarios';
import type { Row } from './scenarios/scenario';

const lifetime = beginLifetime();
const promtools = new Map<string, string>();
let folder: string;
let url: string;

beforeAll(async () => {
  for (const part of [prometheus2, promtool3]) {
    promtools.set(part.name, (await provide(part, () => undefined)).promtool);
  }
  folder = await writeConfiguration();
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  const { prometheus, promtool } = await provide(prometheus2, () => undefined);
  await makeBlocks(promtool, openMetricsText(), folder);
  ({ url } = await startPrometheus(lifetime, prometheus, folder));
}, 900_000);
afterAll(() => lifetime.end());

/** An answer by its labels, whatever their order, to the sixth decimal. */
function byLabels(rows: readonly Row[]): Record<string, string> {
  return Object.fromEntries(
    rows.map(([labels, number]) => [
      labelText(Object.fromEntries(Object.entries(labels).sort())),
      number.toFixed(6),
    ]),
  );
}

describe.each(scenarios)('$id answers what was worked out by hand', ({ asked }) => {
  it('by a Prometheus that is asked as the page asks', async () => {
    for (const one of asked) {
      const found = await askPrometheus(url, one);
      for (const [minute, rows] of Object.entries(one.answers)) {
        const answer = found[minute] ?? [];
        expect([minute, byLabels(answer)]).toEqual([minute, byLabels(rows)]);
        expect(answer).toHaveLength(rows.length);
      }
    }
  });

  it.each([prometheus2.name, promtool3.name])('by the promtool of %s', async (release) => {
    const file = path.join(folder, 'meaning.yaml');
    const { status, output } = await askPromtool(promtools.get(release)!, file, asked);
    expect(output).toContain('SUCCESS');
    expect(status).toBe(0);
  });
});

describe('every question has its scenario', () => {
  it('and every scenario its question', () => {
    expect(scenarios.map(({ id }) => id).sort()).toEqual(
      [...questions, ...requests]
        .map(({ id }) => id)
        .concat(Object.keys(windowQuestions))
        .sort(),
    );
  });

  it('and is on one of the two lists', async () => {
    const queries = path.join(projectFolder, 'prometheus', 'promql', 'queries');
    const index = await readFile(path.join(queries, 'index.ts'), 'utf8');
    const files = (await readdir(queries)).filter((file) => !file.endsWith('.spec.ts'));
    const names = files.map((file) => file.replace(/\.ts$/, ''));
    const missing = names.filter((name) => !index.includes(`from './${name}'`));
    // The last is a part of questions.
    expect(missing.sort()).toEqual(['index', 'measured-time']);
  });
});
