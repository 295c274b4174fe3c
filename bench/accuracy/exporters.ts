import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { answers } from '../../demo/launcher/answers';
import { type Child, startChild } from '../../demo/launcher/child';
import { freePort } from '../../demo/launcher/free-port';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { provide } from '../../scripts/parts/part';
import { processExporter } from '../../scripts/parts/process-exporter';
import { projectFolder } from '../../scripts/project-folder';
import { runProgram } from '../../scripts/run-program';
import { UserError } from '../../scripts/user-error';

/** A program that exposes metrics. */
export interface Exporter {
  readonly url: string;
  stop(): Promise<void>;
}

/** Builds the agent of this checkout. */
export async function buildAgent(): Promise<void> {
  const { status, output } = await runProgram('npm', ['run', '--silent', 'build:agent'], {
    cwd: projectFolder,
  });
  if (status !== 0) throw new UserError(`npm run build:agent failed:\n${output.trimEnd()}`);
}

/** Starts the built agent on this machine as it is. */
export async function startAgent(lifetime: Lifetime, intervalSeconds: number): Promise<Exporter> {
  const address = `127.0.0.1:${await freePort()}`;
  const agent = await startChild(lifetime, 'The agent', process.execPath, [
    path.join(projectFolder, 'dist', 'agent', 'host-processes-agent.cjs'),
    `--web.listen-address=${address}`,
    `--scrape-interval=${intervalSeconds}s`,
  ]);
  return exporter(agent, address);
}

/** Starts the real process-exporter with every process in the group of its own name. */
export async function startProcessExporter(lifetime: Lifetime): Promise<Exporter> {
  const program = await provide(processExporter, (line) => console.log(line));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'process-exporter-'));
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  const config = path.join(folder, 'config.yaml');
  await writeFile(config, `process_names:\n  - name: "{{.Comm}}"\n    cmdline: [".+"]\n`);
  const address = `127.0.0.1:${await freePort()}`;
  const child = await startChild(lifetime, 'process-exporter', program.processExporter, [
    `-config.path=${config}`,
    `-web.listen-address=${address}`,
  ]);
  return exporter(child, address);
}

async function exporter(child: Child, address: string): Promise<Exporter> {
  await answers(child, `http://${address}/`);
  return { url: `http://${address}/metrics`, stop: () => child.stop() };
}
