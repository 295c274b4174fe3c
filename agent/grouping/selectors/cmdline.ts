import type { GoRegexp } from '../go-regexp';
import { canonicalRegexps, everyRegexpMatches, parseRegexps } from './every-regexp';
import type { Selector } from './selector';

/** All of these match the arguments, joined by spaces. */
export const cmdline: Selector<readonly GoRegexp[]> = {
  parse: (value, regexps) => {
    const items = value.items();
    return items && parseRegexps(items, regexps);
  },
  matches: (regexps, { commandLine }, captures) =>
    everyRegexpMatches(regexps, commandLine, captures),
  canonical: canonicalRegexps,
};
