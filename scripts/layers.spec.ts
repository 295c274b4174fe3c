import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './project-folder';

const forbidden: readonly (readonly [string, string])[] = [
  ['src', 'agent'],
  ['prometheus', 'src'],
  ['metrics', 'prometheus'],
  ['agent', 'prometheus'],
  ['agent/procfs', 'agent/exposition'],
  ['agent/procfs', 'agent/cgroupfs'],
  ['agent/configuration', 'agent/kernel-files'],
  ['agent/exposition', 'agent/serving'],
  ['https-server', 'agent'],
  ['plugin-server', 'agent'],
  ['agent', 'plugin-server'],
  ['console-plugin-hook', 'agent'],
  ['helm-test', 'agent'],
  ['src', 'https-server'],
  ['src', 'prometheus-csv'],
  ['prometheus-csv', 'agent'],
  ['prometheus-csv/rows', 'prometheus-csv/output'],
  ['prometheus/promql', 'prometheus/http-api'],
  ['src/hooks', 'src/pages'],
  ['src', 'demo'],
  ['agent', 'demo'],
  ['prometheus', 'scripts'],
  ['metrics', 'integration-tests'],
];

const allowed: readonly (readonly [string, string])[] = [
  ['src', 'prometheus'],
  ['prometheus', 'metrics'],
  ['agent/exposition', 'agent/procfs'],
  ['agent', 'metrics'],
  ['agent/grouping', 'agent/configuration'],
  ['agent/serving', 'https-server'],
  ['plugin-server', 'https-server'],
  ['console-plugin-hook', 'https-server'],
  ['prometheus-csv', 'prometheus'],
  ['prometheus-csv/output', 'prometheus-csv/rows'],
  ['demo', 'agent'],
  ['integration-tests', 'demo'],
];

/** How a file of this folder would import some real module of the other one. */
function importOf(from: string, to: string): { from: string; specifier: string } {
  const names = readdirSync(path.join(projectFolder, to), { recursive: true, encoding: 'utf8' });
  const name = names.sort().find((file) => /\.tsx?$/.test(file) && !/\.(spec|d)\.tsx?$/.test(file));
  if (name === undefined) throw new Error(`${to}/ holds no module that could be imported.`);
  const relative = path.relative(from, path.join(to, name)).replace(/\.tsx?$/, '');
  return { from, specifier: relative.startsWith('.') ? relative : `./${relative}` };
}

describe('the layer table, as the real lint checks it', () => {
  let complaints: string[][];

  beforeAll(() => {
    const script = path.join(projectFolder, 'scripts', 'layer-complaints.mjs');
    const imports = [...forbidden, ...allowed].map(([from, to]) => importOf(from, to));
    const answer = execFileSync(process.execPath, [script], {
      input: JSON.stringify(imports),
      encoding: 'utf8',
    });
    complaints = JSON.parse(answer) as string[][];
  }, 60_000);

  it.each(forbidden.map((pair, i) => [...pair, i] as const))(
    '%s may not import %s',
    (from, to, i) => {
      expect(complaints[i]).toEqual([expect.stringContaining('(eslint.layers.mjs)')]);
    },
  );

  it.each(allowed.map((pair, i) => [...pair, forbidden.length + i] as const))(
    '%s may import %s',
    (from, to, i) => {
      expect(complaints[i]).toEqual([]);
    },
  );
});
