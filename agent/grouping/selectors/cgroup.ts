import type { GoRegexp } from '../go-regexp';
import { canonicalRegexps, everyRegexpMatches, parseRegexps } from './every-regexp';
import type { Selector } from './selector';

/** One regular expression, or a list that must all match, on the path of the process's cgroup. */
export const cgroup: Selector<readonly GoRegexp[]> = {
  parse: (value, regexps) => {
    const items = value.isList ? value.items() : [value];
    return items && parseRegexps(items, regexps);
  },
  matches: (regexps, { cgroupPath }, captures) => everyRegexpMatches(regexps, cgroupPath, captures),
  canonical: canonicalRegexps,
};
