import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, getConsole, patchConsole, Refused } from './console-operator-api';
import { type Change, patchFor } from './plugin-list';

export interface Persistence {
  readonly attempts: number;
  /** Before the second attempt; it doubles from one to the next. */
  readonly pauseMs: number;
}

const longestPauseMs = 5000;

/**
 * Adds a plugin to the console's list, or takes it out. What another does to the list at the same time is
 * never lost: then, and whenever the API server does not answer as it should, it begins again.
 * @returns a sentence about what was done
 * @throws Error with a sentence about what went wrong the last time
 */
export async function changePluginList(
  change: Change,
  plugin: string,
  api: Api,
  { attempts, pauseMs }: Persistence,
): Promise<string> {
  for (let attempt = 1, pause = pauseMs; ; attempt += 1, pause *= 2) {
    try {
      return await tryOnce(change, plugin, api);
    } catch (error) {
      if (attempt >= attempts || isFinal(error)) throw explained(error, change, attempt);
      await sleep(Math.min(pause, longestPauseMs));
    }
  }
}

async function tryOnce(change: Change, plugin: string, api: Api): Promise<string> {
  const found = await getConsole(api);
  const patch = patchFor(change, plugin, found);
  if (patch) await patchConsole(api, patch);
  const did = change === 'add' ? ['was added to', 'is in'] : ['was taken out of', 'is not in'];
  return `${plugin} ${did[patch ? 0 : 1] ?? ''} the console's list of plugins.`;
}

/** Without a Console there is no list; a right that was just given may take a moment to hold. */
function isFinal(error: unknown): boolean {
  return error instanceof Refused && error.status === 404;
}

function explained(error: unknown, change: Change, attempts: number): Error {
  const tries = attempts === 1 ? '' : ` ${attempts} times`;
  const reason =
    error instanceof Refused
      ? `the API server answered${tries} with ${error.status} (${error.message})`
      : `the API server did not answer${tries} (${(error as Error).message})`;
  const what = change === 'add' ? 'extended' : 'shortened';
  return new Error(`The console's list of plugins was not ${what}: ${reason}.`, { cause: error });
}
