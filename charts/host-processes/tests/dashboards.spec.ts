import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { recordedSeries } from '../../../metrics/recorded';
import { syntaxErrors } from '../../../prometheus/promql/syntax-errors';
import { rows } from '../../../scripts/chart/dashboards/board';
import { provide } from '../../../scripts/parts/part';
import { prometheus2 } from '../../../scripts/parts/prometheus';
import { promtool3 } from '../../../scripts/parts/promtool-3';
import { runProgram } from '../../../scripts/run-program';
import { provideHelm, render, required } from './support/chart';
import { deepMerge } from './support/deep-merge';
import { type Manifest, ofKind } from './support/manifest';

interface Panel {
  readonly type: string;
  readonly title: string;
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}

interface Board {
  readonly title: string;
  readonly rows?: readonly { readonly title: string; readonly panels: readonly Panel[] }[];
  readonly panels?: readonly (Panel & { readonly gridPos: { x: number; y: number; w: number } })[];
  readonly templating: { readonly list: readonly { name: string; type: string; hide?: number }[] };
}

type ConfigMap = Manifest & { readonly data: Readonly<Record<string, string>> };

async function boards(): Promise<ConfigMap[]> {
  const dashboards = { console: { create: true }, grafana: { create: true } };
  const values = deepMerge(required, { monitoring: { dashboards } });
  const manifests = await render({ values });
  return ofKind<{ data: Record<string, string> }>(manifests, 'ConfigMap').filter(
    ({ data }) => 'host-processes.json' in data,
  );
}

const boardOf = ({ data }: ConfigMap) => JSON.parse(data['host-processes.json'] ?? '') as Board;
const panels = rows.flatMap((row) => row.panels);
const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

let forConsole: ConfigMap;
let forGrafana: ConfigMap;
beforeAll(async () => {
  await provideHelm();
  [forConsole, forGrafana] = (await boards()) as [ConfigMap, ConfigMap];
}, 240_000);

describe('the dashboards', () => {
  it('are not installed unless somebody asks for them', async () => {
    const maps = ofKind<{ data: object }>(await render(), 'ConfigMap');
    expect(maps.filter(({ data }) => 'host-processes.json' in data)).toEqual([]);
  });

  it('ask for recorded series alone, and for the chosen nodes', () => {
    const names = recordedSeries.map(({ name }) => name);
    for (const expr of expressions) {
      const selectors = [...expr.matchAll(/[a-z_]+:[a-z_]+:[a-z]+/g)].map(([name]) => name);
      expect(selectors.length).toBeGreaterThan(0);
      expect(selectors.filter((name) => !names.includes(name))).toEqual([]);
      expect(expr.split('{instance=~"$node"')).toHaveLength(selectors.length + 1);
    }
  });

  it.each(expressions)('%s is PromQL', (expr) => {
    expect(syntaxErrors(expr)).toEqual([]);
  });

  it.each([prometheus2, promtool3])('$name takes all that they ask', async (part) => {
    const { promtool } = await provide(part, () => undefined);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'dashboards-'));
    const rules = expressions.map((expr, i) => ({ record: `panel_${i}`, expr }));
    const file = path.join(folder, 'panels.yaml');
    writeFileSync(file, stringify({ groups: [{ name: 'panels', rules }] }));
    const { status, output } = await runProgram(promtool, ['check', 'rules', file]);
    rmSync(folder, { recursive: true });
    expect(output).toContain(`SUCCESS: ${expressions.length} rules found`);
    expect(status).toBe(0);
  });
});

describe('the one of the console', () => {
  it('lies where the console looks', () => {
    expect(forConsole.metadata.namespace).toBe('openshift-config-managed');
    expect(forConsole.metadata.labels?.['console.openshift.io/dashboard']).toBe('true');
    // It takes the first key for the dashboard.
    expect(Object.keys(forConsole.data)).toHaveLength(1);
  });

  it('has the rows of both, and asks what both ask', () => {
    const board = boardOf(forConsole);
    expect(board.rows?.map(({ title }) => title)).toEqual(rows.map(({ title }) => title));
    const asked = board.rows?.flatMap((row) => row.panels.flatMap(({ targets = [] }) => targets));
    expect(asked?.map(({ expr }) => expr)).toEqual(expressions);
  });
});

describe('the one of Grafana', () => {
  it('is labelled as its sidecar looks for it, in our namespace', () => {
    expect(forGrafana.metadata.namespace).toBe('host-processes');
    expect(forGrafana.metadata.labels?.grafana_dashboard).toBe('1');
  });

  it('asks the same, from a data source that is chosen, and no panel covers another', () => {
    const { panels: drawn = [], templating } = boardOf(forGrafana);
    const asked = drawn.flatMap(({ targets = [] }) => targets);
    expect(asked.map(({ expr }) => expr)).toEqual(expressions);
    expect(templating.list.map(({ name }) => name)).toEqual(['datasource', 'node']);
    const cells = drawn.flatMap(({ gridPos: { x, y, w } }) =>
      Array.from({ length: w }, (_, i) => `${x + i},${y}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { gridPos } of drawn) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });
});
