import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkAgent } from './check-agent';
import { checkPlugin } from './check-plugin';
import { serversOf } from './get';
import type { Options } from './options';

const pauseMs = 2000;

/** Checks all that is installed; says what it found, and throws what is still wrong at the last attempt. */
export async function testInstallation(
  { agent, plugin, attempts }: Options,
  say: (sentence: string) => void,
): Promise<void> {
  const checks: (() => Promise<string[]>)[] = [];
  if (agent) {
    checks.push(async () => {
      const token = readFileSync(agent.tokenFile, 'utf8').trim();
      const servers = await serversOf(agent.url, readFileSync(agent.caFile, 'utf8'));
      return Promise.all(servers.map((server) => checkAgent(server, token)));
    });
  }
  if (plugin) {
    checks.push(async () => {
      const [server] = await serversOf(plugin.url, readFileSync(plugin.caFile, 'utf8'));
      return server ? [await checkPlugin(server, plugin.name)] : [];
    });
  }
  for (const check of checks) (await patiently(check, attempts)).forEach(say);
}

async function patiently<Result>(check: () => Promise<Result>, attempts: number): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await check();
    } catch (error) {
      if (attempt >= attempts) throw error;
      await sleep(pauseMs);
    }
  }
}
