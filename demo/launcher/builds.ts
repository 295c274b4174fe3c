import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';
import { runProgram } from '../../scripts/run-program';
import { UserError } from '../../scripts/user-error';
import type { Say } from '../../scripts/parts/part';
import { hashOf } from './input-hash';

/** One script of package.json, what it reads, and the folder that it writes. */
interface Build {
  readonly title: string;
  readonly script: string;
  readonly inputs: readonly string[];
  readonly output: string;
}

const everywhere = ['package.json', 'package-lock.json', 'tsconfig.json'];

const builds: readonly Build[] = [
  {
    title: 'the agent',
    script: 'build:agent',
    inputs: [
      'agent',
      'https-server',
      'metrics',
      'scripts/build-program.mjs',
      'tsconfig.agent.json',
    ],
    output: 'dist/agent',
  },
  {
    title: "the plugin's server",
    script: 'build:plugin-server',
    inputs: ['plugin-server', 'https-server', 'scripts/build-program.mjs', 'tsconfig.agent.json'],
    output: 'dist/plugin-server',
  },
  {
    title: 'prometheus-csv',
    script: 'build:prometheus-csv',
    inputs: [
      'prometheus-csv',
      'prometheus',
      'metrics',
      'scripts/build-program.mjs',
      'tsconfig.agent.json',
    ],
    output: 'dist/prometheus-csv',
  },
  {
    title: "the hook for the console's list of plugins",
    script: 'build:console-plugin-hook',
    inputs: [
      'console-plugin-hook',
      'https-server',
      'scripts/build-program.mjs',
      'tsconfig.agent.json',
    ],
    output: 'dist/console-plugin-hook',
  },
  {
    title: 'the program of helm test',
    script: 'build:helm-test',
    inputs: ['helm-test', 'https-server', 'scripts/build-program.mjs', 'tsconfig.agent.json'],
    output: 'dist/helm-test',
  },
  {
    title: 'the plugin',
    script: 'build:plugin',
    inputs: [
      'src',
      'prometheus',
      'metrics',
      'locales',
      'console-extensions.json',
      'webpack.config.mjs',
    ],
    output: 'dist/plugin',
  },
  {
    title: 'the licences of others',
    script: 'build:licences',
    inputs: ['src', 'scripts/third-party-licences.mjs'],
    output: 'dist/licences',
  },
  {
    title: 'the page around it',
    script: 'build:host',
    inputs: ['demo/host', 'demo/sdk', 'demo/webpack.config.mjs', 'prometheus', 'metrics', 'src'],
    output: 'dist/host',
  },
];

/** Builds agent, plugin and page, each only where what it reads or what it wrote has changed. */
export async function buildAll(say: Say, signal: AbortSignal): Promise<void> {
  for (const build of builds) {
    const before = stampOf(build);
    if (isBuilt(build, before)) {
      say(`${build.title}: built before, nothing changed`);
      continue;
    }
    say(`Building ${build.title} …`);
    await runBuild(build, signal);
    // Had a file changed meanwhile, the stamp of now would vouch for what was not built.
    writeStamp(build, { ...stampOf(build), inputs: before.inputs });
  }
}

async function runBuild({ title, script }: Build, signal: AbortSignal): Promise<void> {
  const ended = await runProgram('npm', ['run', '--silent', script], {
    cwd: projectFolder,
    signal,
  });
  if (ended.status === 0) return;
  throw new UserError(`Building ${title} (npm run ${script}) failed:\n${ended.output.trimEnd()}`);
}

interface Stamp {
  readonly inputs: string;
  readonly outputs: string;
}

function stampOf(build: Build): Stamp {
  return { inputs: hashOf([...everywhere, ...build.inputs]), outputs: hashOf([build.output]) };
}

// The outputs are in the stamp, too: somebody may have built other sources by hand in between.
function isBuilt(build: Build, now: Stamp): boolean {
  try {
    const then = JSON.parse(readFileSync(stampFile(build), 'utf8')) as Stamp;
    return then.inputs === now.inputs && then.outputs === now.outputs;
  } catch {
    return false;
  }
}

function writeStamp(build: Build, stamp: Stamp): void {
  const file = stampFile(build);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(stamp));
}

function stampFile({ script }: Build): string {
  return path.join(projectFolder, 'dist', 'stamps', `${script.replace(':', '-')}.json`);
}
