import type { YamlValue } from '../../configuration/yaml-value';
import type { Candidate } from '../candidate';
import type { GoRegexps } from '../go-regexps';

/** What regular expressions of a rule captured, by the group's name. Groups without a name share `''`. */
export type Captures = Map<string, string>;

/** One way in which a rule selects processes. */
export interface Selector<Value> {
  /**
   * Reads its value from a file; complains there, and returns `undefined`, when it is none.
   * @param regexps of the whole file
   */
  readonly parse: (value: YamlValue, regexps: GoRegexps) => Value | undefined;
  /** Whether it holds. It may add to `captures`, which are thrown away if another one does not hold. */
  readonly matches: (value: Value, candidate: Candidate, captures: Captures) => boolean;
  /** The same for values that select the same. */
  readonly canonical: (value: Value) => unknown;
}
