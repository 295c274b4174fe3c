import os from 'node:os';
import path from 'node:path';

/** Where parts that were brought stay between runs: this user's cache, never the machine's folders. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base = env.XDG_CACHE_HOME;
  // The XDG specification says to ignore a path that is not absolute.
  const cache = base && path.isAbsolute(base) ? base : path.join(os.homedir(), '.cache');
  return path.join(cache, 'host-processes');
}
