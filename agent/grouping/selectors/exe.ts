import type { Selector } from './selector';

/** One of these is `argv[0]`: with a slash all of it, without one its last part. */
export const exe: Selector<readonly string[]> = {
  parse: (value) => value.texts(),
  matches: (exes, { argv, exeBase }) =>
    argv.length > 0 && exes.some((one) => one === (one.includes('/') ? argv[0] : exeBase)),
  canonical: (exes) => [...new Set(exes)].sort(),
};
