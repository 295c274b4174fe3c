import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { startChild, type Child } from '../../demo/launcher/child';
import { freePort } from '../../demo/launcher/free-port';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { ask } from '../../https-server/testdata/ask';
import { projectFolder } from '../../scripts/project-folder';

/** A built program that answers over HTTPS. */
export interface Running {
  readonly child: Child;
  /** HOST:PORT */
  readonly address: string;
  readonly url: string;
}

export const agentProgram = path.join(projectFolder, 'dist/agent/host-processes-agent.cjs');
export const pluginServerProgram = path.join(
  projectFolder,
  'dist/plugin-server/host-processes-plugin-server.cjs',
);

/** Starts a built program on loopback and waits until it is healthy. */
export async function startProgram(
  lifetime: Lifetime,
  program: string,
  ca: string,
  flags: readonly string[],
): Promise<Running> {
  const address = `127.0.0.1:${await freePort()}`;
  const args = [program, `--web.listen-address=${address}`, ...flags];
  const child = await startChild(lifetime, path.basename(program), process.execPath, args);
  const url = `https://${address}`;
  const healthy = async () => {
    while (!(await ask(`${url}/healthz`, { ca }).catch(() => undefined))) await sleep(50);
  };
  await Promise.race([healthy(), child.died]);
  return { child, address, url };
}
