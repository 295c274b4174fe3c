import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { provideHelm, render } from '../../charts/host-processes/tests/support/chart';
import {
  ofKind,
  type PodSpec,
  workloads,
} from '../../charts/host-processes/tests/support/manifest';
import { projectFolder } from '../../scripts/project-folder';
import { runProgram } from '../../scripts/run-program';
import { containerCommand } from './container-command';
import { copies, imageStage, stages } from './containerfile';
import { layImageRoot } from './image-root';

// The image without an image builder: the copy list of the Containerfile in an empty root, its programs
// started there by any user, on a read-only file system. What it says of its base is not tried.
const { version } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
  version: string;
};
const home = '/opt/host-processes';
let root: string;
beforeAll(async () => {
  await provideHelm();
  root = layImageRoot();
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));

const run = (...command: string[]) => {
  const [file, ...args] = containerCommand({ root, as: 'restricted', command });
  return runProgram(file, args);
};

/** The value of an instruction that is there once. */
function only(name: string): string {
  const found = imageStage().filter((one) => one.name === name);
  expect(found).toHaveLength(1);
  return found[0]?.text ?? '';
}

const programs = copies()
  .map(({ destination }) => destination)
  .filter((file) => file.endsWith('.cjs'));

it.each(programs)('%s starts in an empty root, as any user', async (program) => {
  expect(await run('node', program, '--version')).toEqual({
    status: 0,
    missing: false,
    output: `${version}\n`,
  });
});

it('begins with the agent', async () => {
  const entrypoint = JSON.parse(only('ENTRYPOINT')) as string[];
  const { output } = await run(...entrypoint, '--help');
  expect(output).toMatch(/^Usage: host-processes-agent /m);
});

it('has every program and folder that a pod of the chart names', async () => {
  const manifests = await render();
  const pods = [
    ...workloads(manifests).map(({ spec }) => spec.template.spec),
    ...ofKind<{ spec: { template: { spec: PodSpec } } }>(manifests, 'Job').map(
      ({ spec }) => spec.template.spec,
    ),
    ...ofKind<{ spec: PodSpec }>(manifests, 'Pod').map(({ spec }) => spec),
  ];
  const named = pods.flatMap(({ containers: [container] }) =>
    [...(container?.command ?? []), ...(container?.args ?? [])].flatMap(
      (word) => new RegExp(`(?:^|=)(${home}/.*)$`).exec(word)?.[1] ?? [],
    ),
  );
  for (const file of named) expect([file, existsSync(path.join(root, file))]).toEqual([file, true]);
  expect(new Set(named).size).toBeGreaterThan(4);
});

it('is run by a user with a number, who is not root', () => {
  expect(only('USER')).toMatch(/^[1-9]\d*$/);
});

it('has the labels and the licence that a certification asks for, with the version of now', () => {
  const labels: Record<string, string | undefined> = Object.fromEntries(
    [...only('LABEL').matchAll(/([\w.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  for (const name of ['name', 'vendor', 'release', 'summary', 'description']) {
    expect([name, labels[name]]).not.toContain(undefined);
  }
  expect(labels.version).toBe(version);
  expect(labels['org.opencontainers.image.version']).toBe(version);
  expect(statSync(path.join(root, 'licenses/LICENSE')).size).toBeGreaterThan(1000);
});

it('is built from all that the build reads', () => {
  const left = readFileSync(path.join(projectFolder, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const { scripts } = JSON.parse(
    readFileSync(path.join(projectFolder, 'package.json'), 'utf8'),
  ) as { scripts: Record<string, string> };
  const [, build = []] = stages();
  const commands = build.filter(({ name }) => name === 'RUN').map(({ text }) => text);
  expect(commands).toEqual(['npm ci --no-audit --no-fund', 'npm run build']);
  for (const name of scripts.build!.matchAll(/npm run (\S+)/g)) {
    expect(scripts).toHaveProperty([name[1]!]);
  }
  for (const { source } of copies().filter(({ from }) => from === undefined)) {
    expect(left).not.toContain(source);
  }
});

const packageOf = (file: string) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [];

it('has the licence of every package that its programs and the plugin are made of', async () => {
  const text = readFileSync(path.join(root, 'licenses/third-party/third-party.txt'), 'utf8');
  const chapters = text.split(/^(\S+ \S+ \(.+\))\n\n=+\n/m).slice(1);
  const named = new Map(
    chapters.flatMap((title, i) => (i % 2 === 0 ? [[title.split(' ')[0], chapters[i + 1]]] : [])),
  );
  const sources = programs.map((file) => path.basename(file, '.cjs'));
  const folders = ['agent', 'plugin-server', 'console-plugin-hook', 'helm-test', 'prometheus-csv'];
  expect(sources).toHaveLength(folders.length);
  const { metafile } = await build({
    entryPoints: [
      ...folders.map((folder) => `${folder}/main.ts`),
      'src/pages/node-host-processes-tab/NodeHostProcessesTab.tsx',
    ],
    absWorkingDir: projectFolder,
    bundle: true,
    platform: 'node',
    outdir: 'nowhere',
    metafile: true,
    write: false,
    loader: { '.css': 'empty' },
    // The console has its own, and shares it.
    external: ['@openshift-console/*', '*.woff2', '*.svg', '*.png', '*.jpg'],
  });
  const bundled = new Set(Object.keys(metafile.inputs).flatMap(packageOf));
  expect(bundled.size).toBeGreaterThan(20);
  for (const name of bundled) {
    const licence = named.get(name) ?? '';
    const isText = licence.length > 300 || licence.includes('It comes without a text');
    expect([name, isText]).toEqual([name, true]);
  }
}, 60_000);
