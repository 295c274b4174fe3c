import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../scripts/user-error';
import type { Child } from './child';

/** Resolves when the address answers with a status of 200; rejects when the program dies or is silent. */
export async function answers(child: Child, url: string, patienceMs = 30_000): Promise<void> {
  const end = performance.now() + patienceMs;
  const poll = async () => {
    while (performance.now() < end) {
      if (await isOk(url)) return;
      await sleep(100);
    }
    throw new UserError(`${child.name} did not answer at ${url} within ${patienceMs / 1000} s.`);
  };
  await Promise.race([poll(), child.died]);
}

async function isOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
