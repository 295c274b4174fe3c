import type { Selector } from './selector';

/** The parent's pid when the process was first seen; it stays, also when the parent ends. */
export const ppid: Selector<number> = {
  parse: (value) => value.wholeNumber(),
  matches: (expected, candidate) => candidate.ppid === expected,
  canonical: (expected) => expected,
};
