import { get, type Server } from './get';

/** The family whose sum is the node's busy time: an agent without it accounts for nothing. */
const family = /^hostproc_cpu_seconds_total\{/m;

/**
 * Asks an agent for metrics, without the token and with it.
 * @returns a sentence about what it found
 * @throws Error with a sentence about what is wrong
 */
export async function checkAgent(server: Server, token: string): Promise<string> {
  const name = `The agent at ${server.address}`;
  const without = await get(server, '/metrics');
  if (without.status !== 401) {
    throw new Error(`${name} answered ${without.status} without the token; expected 401.`);
  }
  const answer = await get(server, '/metrics', { Authorization: `Bearer ${token}` });
  if (answer.status !== 200) {
    throw new Error(`${name} answered ${answer.status} with the token (${answer.text.trim()}).`);
  }
  if (!family.test(answer.text)) throw new Error(`${name} exposes no hostproc_cpu_seconds_total.`);
  const series = answer.text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return `${name} exposes ${series.length} series, and nothing without the token.`;
}
