import path from 'node:path';
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

/** Starts the built agent on this machine as it is. */
export function startAgent(
  lifetime: Lifetime,
  { intervalSeconds, nodejs = process.execPath, procsFiles = [], allFamilies = false }: AgentRun,
): Promise<Exporter> {
  return startExporter(lifetime, {
    name: 'The agent',
    file: nodejs,
    args: (address) => [
      path.join(projectFolder, 'dist', 'agent', 'host-processes-agent.cjs'),
      `--web.listen-address=${address}`,
      `--scrape-interval=${intervalSeconds}s`,
      ...(allFamilies ? allFamilyFlags : []),
    ],
    procsFiles,
  });
}
