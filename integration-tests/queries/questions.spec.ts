import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { questions, requests, windowQuestions } from '../../prometheus/promql/queries';
import { provide } from '../../scripts/parts/part';
import { prometheus2 } from '../../scripts/parts/prometheus';
import { promtool3 } from '../../scripts/parts/promtool-3';
import { runProgram } from '../../scripts/run-program';

const scopes = [
  { node: 'worker-0.example', rangeMs: 3_600_000, scrapeIntervalMs: 15_000 },
  { node: 'a "quoted\\ name\nof two lines', rangeMs: 60_003, scrapeIntervalMs: 5_000 },
  { node: 'worker-0', rangeMs: 14 * 86_400_000, scrapeIntervalMs: 30_000 },
];

const cases = scopes.flatMap((scope) => [
  ...[...questions, ...requests].map(
    ({ id, expression }) => [id, JSON.stringify(scope), expression(scope).promql] as const,
  ),
  ...Object.entries(windowQuestions).map(([name, ask]) => {
    const window = { windowMs: scope.rangeMs, nodes: [scope.node, 'worker-0'] };
    return [name, JSON.stringify(window), ask(window).promql] as const;
  }),
]);

const promtools: string[] = [];
let folder: string;
beforeAll(async () => {
  for (const part of [prometheus2, promtool3]) {
    promtools.push((await provide(part, () => undefined)).promtool);
  }
  folder = await mkdtemp(path.join(os.tmpdir(), 'questions-'));
}, 900_000);
afterAll(() => rm(folder, { recursive: true }));

describe('every question that we put to Prometheus', () => {
  // promtool checks types as well as grammar: a rate of something that is no range is found here.
  it.each(cases)('%s of %s is PromQL to Prometheus itself', async (id, _scope, expr) => {
    const file = path.join(folder, 'rules.yaml');
    const rules = [{ record: 'checked', expr }];
    await writeFile(file, stringify({ groups: [{ name: id, rules }] }));
    for (const promtool of promtools) {
      const { status, output } = await runProgram(promtool, ['check', 'rules', file]);
      expect(output).toContain('SUCCESS: 1 rules found');
      expect(status).toBe(0);
    }
  });
});
