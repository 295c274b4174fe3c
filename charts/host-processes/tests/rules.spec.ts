import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { chartFolder } from '../../../scripts/chart/files';
import { provide } from '../../../scripts/parts/part';
import { prometheus } from '../../../scripts/parts/prometheus';
import { runProgram } from '../../../scripts/run-program';
import { provideHelm, render, required } from './support/chart';
import { deepMerge } from './support/deep-merge';
import { ofKind } from './support/manifest';

const rules = path.join(chartFolder, 'rules');
let promtool: string;
beforeAll(async () => {
  await provideHelm();
  ({ promtool } = await provide(prometheus, () => undefined));
}, 240_000);

interface Groups {
  readonly groups: readonly unknown[];
}

async function renderedGroups(monitoring: object): Promise<Groups> {
  const manifests = await render({ values: deepMerge(required, { monitoring }) });
  const [rule] = ofKind<{ spec: Groups }>(manifests, 'PrometheusRule');
  return rule!.spec;
}

describe.each([
  ['15s', '', '1m'],
  ['30s', '', '2m'],
  ['1m', '', '4m'],
  ['20s', '', '80s'],
  ['15s', '90s', '90s'],
])('scraped every %s with window "%s"', (scrapeInterval, window, expected) => {
  it(`the rendered rules are the shipped ones, over ${expected}`, async () => {
    const shipped = readdirSync(rules)
      .sort()
      .flatMap((name) => {
        const text = readFileSync(path.join(rules, name), 'utf8');
        return (parse(text.replaceAll('[1m]', `[${expected}]`)) as Groups).groups;
      });
    const { groups } = await renderedGroups({ scrapeInterval, rules: { window } });
    expect(groups).toEqual(shipped);
  });

  it('Prometheus takes them', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'rules-'));
    const file = path.join(folder, 'rendered.yaml');
    writeFileSync(file, stringify(await renderedGroups({ scrapeInterval, rules: { window } })));
    const { status, output } = await runProgram(promtool, ['check', 'rules', file]);
    rmSync(folder, { recursive: true });
    expect(output).toContain('SUCCESS');
    expect(status).toBe(0);
  });
});
