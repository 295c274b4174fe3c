import type { Selector } from './selector';

/** One of these is the process's comm: 15 bytes at most, as the kernel keeps it. */
export const comm: Selector<readonly string[]> = {
  parse: (value) => value.texts(),
  matches: (comms, candidate) => comms.includes(candidate.comm),
  canonical: (comms) => [...new Set(comms)].sort(),
};
