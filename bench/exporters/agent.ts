import fs from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { projectFolder } from '../../scripts/project-folder';
import { runProgram } from '../../scripts/run-program';
import { UserError } from '../../scripts/user-error';
import { type Exporter, startExporter } from './exporter';

/** How the agent is run. */
export interface AgentRun {
  /** What it is told with `--scrape-interval`. */
  readonly intervalSeconds: number;
  /** Another Node.js than the one that runs the bench. */
  readonly nodejs?: string;
  readonly procsFiles?: readonly string[];
  /** Everything that process-exporter exposes, but what walks all pages of a process. */
  readonly allFamilies?: boolean;
}

/** What switches on every family that is off by default, but those of smaps. */
export const allFamilyFlags = [
  '--collector.context-switches',
  '--collector.descriptors',
  '--collector.io',
  '--collector.thread-stat',
  '--collector.wchan',
];

/** Builds the agent of this checkout. */
export async function buildAgent(): Promise<void> {
  const { status, output } = await runProgram('npm', ['run', '--silent', 'build:agent'], {
    cwd: projectFolder,
  });
  if (status !== 0) throw new UserError(`npm run build:agent failed:\n${output.trimEnd()}`);
}

const program = 'host-processes-agent.cjs';

/** The options of Node.js that the chart starts the agent with, as it is rendered by default. */
export function nodeFlags(): readonly string[] {
  const rendered = path.join(projectFolder, 'charts/host-processes/tests/golden/default.yaml');
  for (const document of parseAllDocuments(fs.readFileSync(rendered, 'utf8'))) {
    const { spec } = (document.toJS() ?? {}) as {
      spec?: { template?: { spec?: { containers?: { command?: string[] }[] } } };
    };
    for (const { command = [] } of spec?.template?.spec?.containers ?? []) {
      if (command.at(-1)?.endsWith(program)) return command.slice(1, -1);
    }
  }
  throw new Error(`Expected a container that runs ${program} in ${rendered}, found none.`);
}

/** Starts the built agent on this machine as it is, with the options that the chart gives it. */
export function startAgent(
  lifetime: Lifetime,
  { intervalSeconds, nodejs = process.execPath, procsFiles = [], allFamilies = false }: AgentRun,
): Promise<Exporter> {
  return startExporter(lifetime, {
    name: 'The agent',
    file: nodejs,
    args: (address) => [
      ...nodeFlags(),
      path.join(projectFolder, 'dist', 'agent', program),
      `--web.listen-address=${address}`,
      `--scrape-interval=${intervalSeconds}s`,
      ...(allFamilies ? allFamilyFlags : []),
    ],
    procsFiles,
  });
}
