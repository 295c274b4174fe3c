import path from 'node:path';
import { projectFolder } from '../../../scripts/project-folder';
import { runProgram } from '../../../scripts/run-program';
import { provideHelm, render, template, required } from './support/chart';
import { deepMerge } from './support/deep-merge';
import { workloads } from './support/manifest';
import { matrix } from './support/matrix';

/** A program of the image: the kind of workload that runs it, and where it begins. */
interface Program {
  readonly kind: string;
  readonly file: string;
  readonly source: string;
  /** With `agent.node.maxOldSpaceMiB` 77. */
  readonly nodeFlags: readonly string[];
}

const programs: readonly Program[] = [
  {
    kind: 'DaemonSet',
    file: 'host-processes-agent.cjs',
    source: 'agent/main.ts',
    nodeFlags: [
      '--max-old-space-size=77',
      '--min-semi-space-size=4',
      '--max-semi-space-size=4',
      '--single-threaded-gc',
      '--no-memory-reducer',
      '--v8-pool-size=1',
    ],
  },
  {
    kind: 'Deployment',
    file: 'host-processes-plugin-server.cjs',
    source: 'plugin-server/main.ts',
    nodeFlags: [],
  },
];

/** The flags that a program says it has. */
async function flagsOf({ source }: Program): Promise<string[]> {
  const tsx = path.join(projectFolder, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const args = [tsx, source, '--help'];
  const { status, output } = await runProgram(process.execPath, args, { cwd: projectFolder });
  if (status !== 0) throw new Error(output);
  return [...output.matchAll(/^ +--?([a-z][a-z.-]*)/gm)].map(([, name]) => name ?? '');
}

/** The flags that the chart gives a workload, in any rendering. */
async function givenTo(kind: string): Promise<string[]> {
  const given = new Set<string>();
  for (const [, rendering] of matrix()) {
    for (const workload of workloads(await render(rendering)).filter((one) => one.kind === kind)) {
      for (const arg of workload.spec.template.spec.containers[0]?.args ?? []) {
        given.add(/^--([^=]+)=/.exec(arg)?.[1] ?? arg);
      }
    }
  }
  return [...given];
}

beforeAll(provideHelm, 120_000);

describe.each(programs)('$source', (program) => {
  it('has every flag that the chart gives it', async () => {
    const has = await flagsOf(program);
    const given = await givenTo(program.kind);
    expect(given.length).toBeGreaterThan(5);
    expect(has).toEqual(expect.arrayContaining(given));
  }, 60_000);

  it('is the program that the workload runs, with Node.js kept small as the values say', async () => {
    const { values } = { values: deepMerge(required, { agent: { node: { maxOldSpaceMiB: 77 } } }) };
    const workload = workloads(await render({ values })).find(({ kind }) => kind === program.kind);
    const [node, ...options] = workload?.spec.template.spec.containers[0]?.command ?? [];
    expect(node).toBe('node');
    expect(options.at(-1)).toBe(`/opt/host-processes/${program.file}`);
    const flags = options.slice(0, -1);
    expect(flags).toEqual(program.nodeFlags);
    // Node.js itself says whether it takes them.
    const ended = await runProgram(process.execPath, [...flags, '--eval', '']);
    expect(ended).toEqual({ status: 0, missing: false, output: '' });
  });
});

test("every flag of the chart's own is refused among the extra arguments", async () => {
  for (const flag of await givenTo('DaemonSet')) {
    // The everything-set values give --procfs as an extra argument.
    if (flag === 'procfs') continue;
    const values = deepMerge(required, { agent: { extraArgs: [`--${flag}=x`] } });
    const { output } = await template('Helm 4.1.4', { values });
    expect(output).toContain(`agent.extraArgs has --${flag}, which the chart sets itself`);
  }
});
