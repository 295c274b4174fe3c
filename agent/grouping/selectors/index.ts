import { cgroup } from './cgroup';
import { cmdline } from './cmdline';
import { comm } from './comm';
import { exe } from './exe';
import { ppid } from './ppid';
import type { Selector } from './selector';

/** Every selector, by its key in a file. They are tried in this order: what costs least comes first. */
export const selectors = { comm, exe, ppid, cmdline, cgroup } as const;

export type SelectorKey = keyof typeof selectors;

/** What is selected: the values of those selectors that a rule has. */
export type Selection = {
  readonly [Key in SelectorKey]?: (typeof selectors)[Key] extends Selector<infer Value>
    ? Value
    : never;
};

export const selectorKeys = Object.keys(selectors) as SelectorKey[];

/** The selector of a key, with its value left open: the two always come from the same key. */
export function selectorOf(key: SelectorKey): Selector<unknown> {
  return selectors[key] as Selector<unknown>;
}
