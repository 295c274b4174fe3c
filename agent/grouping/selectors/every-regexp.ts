import type { YamlValue } from '../../configuration/yaml-value';
import { type GoRegexp, GoRegexpError } from '../go-regexp';
import type { GoRegexps } from '../go-regexps';
import type { Captures } from './selector';

/** Whether all of them match; what they capture is added to `captures`, later ones over earlier ones. */
export function everyRegexpMatches(
  regexps: readonly GoRegexp[],
  text: string,
  captures: Captures,
): boolean {
  return regexps.every((regexp) => {
    const groups = regexp.find(text);
    groups?.forEach((group, index) => captures.set(regexp.groupNames[index] ?? '', group));
    return groups !== undefined;
  });
}

/** Reads regular expressions; every bad one is complained of. */
export function parseRegexps(
  values: readonly YamlValue[],
  regexps: GoRegexps,
): GoRegexp[] | undefined {
  const parsed = values.map((value) => parseRegexp(value, regexps));
  return parsed.every((regexp) => regexp !== undefined) ? parsed : undefined;
}

function parseRegexp(value: YamlValue, regexps: GoRegexps): GoRegexp | undefined {
  const source = value.text();
  if (source === undefined) return undefined;
  try {
    return regexps.compile(source);
  } catch (error) {
    if (!(error instanceof GoRegexpError)) throw error;
    value.complain(`expects a regular expression as Go has them: ${error.message}`);
    return undefined;
  }
}

/** The same for expressions that are the same, in whatever order. */
export function canonicalRegexps(regexps: readonly GoRegexp[]): string[] {
  return [...new Set(regexps.map(({ source }) => source))].sort();
}
