import type { FlagName } from './flags';
import type { Options } from './options';
import { UsageError } from './usage-error';

/** What the words without dashes say. */
export interface PositionalWords {
  readonly command: Options['command'];
  /** Whose columns `--legacy` means. */
  readonly ancestor: 'prototype' | 'prom';
  /** Options that the prototype had as words. */
  readonly values: Partial<Record<FlagName, string | string[]>>;
}

/** A command, or the prototype's HOST TOKEN [INTERVAL [TIME [SKIP...]]], or prom's `metrics`. */
export function positionalWords(words: readonly string[]): PositionalWords {
  const [first, ...rest] = words;
  if (first === undefined) return { command: 'export', ancestor: 'prototype', values: {} };
  if (first === 'verdict' || first === 'report' || first === 'metrics') {
    const [stray] = rest;
    if (stray !== undefined) {
      throw new UsageError(`Expected options after ${first}, found ${JSON.stringify(stray)}.`);
    }
    return first === 'metrics'
      ? { command: 'export', ancestor: 'prom', values: {} }
      : { command: first, ancestor: 'prototype', values: {} };
  }
  const [token, interval, time, ...skipped] = rest;
  if (token === undefined) {
    throw new UsageError(
      `Expected HOST TOKEN, or one of verdict, report and metrics, found ${JSON.stringify(first)}.`,
    );
  }
  return {
    command: 'export',
    ancestor: 'prototype',
    values: {
      host: first,
      token,
      ...(interval !== undefined && { interval }),
      ...(time !== undefined && { time }),
      ...(skipped.length > 0 && { 'skip-namespaces': skipped }),
    },
  };
}
