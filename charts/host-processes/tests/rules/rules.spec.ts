import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { chartFolder } from '../../../../scripts/chart/files';
import { provide } from '../../../../scripts/parts/part';
import { prometheus2 } from '../../../../scripts/parts/prometheus';
import { promtool3 } from '../../../../scripts/parts/promtool-3';
import { runProgram } from '../../../../scripts/run-program';
import { provideHelm } from '../support/chart';
import { accountScenarios } from './account.scenarios';
import { alertScenarios } from './alerts.scenarios';
import { dashboardScenarios, panelsShown } from './dashboard.scenarios';
import { gateScenarios } from './gate.scenarios';
import { type RuleVariant, ruleVariants, shippedFiles, variantNames } from './rule-variants';
import { promtoolTest, type Scenario, type Settings } from './scenario';

const releases = [prometheus2.name, promtool3.name] as const;
const promtools = new Map<string, string>();
let variants: readonly RuleVariant[];
let folder: string;

beforeAll(async () => {
  for (const part of [prometheus2, promtool3]) {
    promtools.set(part.name, (await provide(part, () => undefined)).promtool);
  }
  await provideHelm();
  variants = await ruleVariants();
  folder = mkdtempSync(path.join(os.tmpdir(), 'rules-'));
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function expectSuccess(release: string, ...args: string[]): Promise<void> {
  const { status, output } = await runProgram(promtools.get(release) ?? '', args);
  if (status !== 0) throw new Error(output);
  expect(output).toContain('SUCCESS');
}

function write(name: string, content: object): string {
  const file = path.join(folder, name);
  writeFileSync(file, stringify(content, { aliasDuplicateObjects: false }));
  return file;
}

const subjects: readonly (readonly [string, (settings: Settings) => readonly Scenario[]])[] = [
  ['account', () => accountScenarios],
  ['alerts', alertScenarios],
  ['release gate', gateScenarios],
  ['dashboards', () => dashboardScenarios],
];

describe.each(releases)('%s', (release) => {
  it.each(shippedFiles())('takes $name as it is shipped', async ({ name }) => {
    await expectSuccess(release, 'check', 'rules', path.join(chartFolder, 'rules', name));
  });

  it.each(readdirSync(__dirname).filter((name) => name.endsWith('.test.yaml')))(
    '%s holds',
    async (name) => {
      await expectSuccess(release, 'test', 'rules', path.join(__dirname, name));
    },
  );

  describe.each(variantNames)('rules %s', (name) => {
    it.each(subjects)(
      '%s: every scenario holds',
      async (subject, scenarios) => {
        const { groups, settings } = variants.find((one) => one.name === name)!;
        const { injected } = settings;
        const rules = write(`${release} ${name} ${subject}.yaml`, { groups });
        // As often as on OpenShift, and hardly ever at the moment of a scrape.
        const evaluation = '29s';
        const decoys = injected ? decoyMachines : [];
        const tests = scenarios(settings).map((one) => promtoolTest(one, settings, decoys));
        const file = write(`${release} ${name} ${subject}.test.yaml`, {
          rule_files: [rules],
          evaluation_interval: evaluation,
          tests,
        });
        await expectSuccess(release, 'test', 'rules', file);
      },
      300_000,
    );
  });
});

/** In another namespace: busy enough for every alert, and nobody of ours may see it. */
const decoyMachines = [
  {
    node: 'decoy',
    cpus: 4,
    reserved: { option: 0.25 },
    phases: [
      {
        minutes: 60,
        uses: [{ class: 'service', unit: 'a.service', groupname: 'a', cores: 3 }],
        folding: true,
      },
    ],
  },
];

it('every alert has its scenarios: it fires, it does not, and it tells what it is', () => {
  const scenarios = alertScenarios(variants[0]!.settings);
  const told = new Set(
    scenarios.flatMap((one) => (one.messages ?? []).map(({ alertname }) => alertname)),
  );
  const alerts = shippedFiles().flatMap(({ groups }) =>
    groups.flatMap(({ rules }) => rules.flatMap(({ alert }) => alert ?? [])),
  );
  expect([...told].sort()).toEqual([...alerts].sort());
  for (const alert of alerts) {
    const asked = scenarios
      .flatMap(({ questions }) => questions)
      .filter(({ expr }) => expr.includes(`"${alert}"`));
    expect([alert, asked.some(({ answer }) => answer.length === 0)]).toEqual([alert, true]);
    expect([alert, asked.some(({ answer }) => answer.length > 0)]).toEqual([alert, true]);
  }
});

it.each(panelsShown)('panel "$title" shows something, with all labels of its legend', (panel) => {
  expect(panel.rows.length).toBeGreaterThan(0);
  for (const [labels] of panel.rows) {
    expect(Object.keys(labels)).toEqual(expect.arrayContaining(panel.named));
  }
});
