import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFolder } from '../../scripts/project-folder';
import { runProgram } from '../../scripts/run-program';

export const program = path.join(projectFolder, 'dist/prometheus-csv/prometheus-csv.cjs');

/** How a run ended, and what it said where. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds the program, as `npm run build` does. */
export async function buildProgram(): Promise<void> {
  const built = await runProgram('npm', ['run', '--silent', 'build:prometheus-csv'], {
    cwd: projectFolder,
  });
  if (built.status !== 0) throw new Error(built.output);
}

/** Nobody's home: no kubeconfig, no token, no proxy of this machine. */
export const emptyHome = mkdtempSync(path.join(os.tmpdir(), 'prometheus-csv-home-'));

/** Starts the built program with this environment and nothing else of ours. */
export function startProgram(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  folder = emptyHome,
) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: emptyHome, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const run = Promise.all([ended, text(child.stdout), text(child.stderr)]).then(
    ([status, stdout, stderr]): Run => ({ status, stdout, stderr }),
  );
  return { child, run };
}

/** Runs the built program to its end. */
export function run(
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
  folder?: string,
): Promise<Run> {
  return startProgram(args, env, folder).run;
}
