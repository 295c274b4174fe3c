import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';
import { answers } from './answers';
import { startChild } from './child';
import { freePort } from './free-port';
import type { Lifetime } from './lifetime';

/** Starts the built agent on this machine's own processes; answers its address (HOST:PORT). */
export async function startAgent(
  lifetime: Lifetime,
  scrapeIntervalSeconds: number,
): Promise<string> {
  const address = `127.0.0.1:${await freePort()}`;
  const agent = await startChild(lifetime, 'The agent', process.execPath, [
    path.join(projectFolder, 'dist', 'agent', 'host-processes-agent.cjs'),
    `--web.listen-address=${address}`,
    `--scrape-interval=${scrapeIntervalSeconds}s`,
  ]);
  await answers(agent, `http://${address}/healthz`);
  return address;
}
