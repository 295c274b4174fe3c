/** How one label is compared in a selector: the operator and the plain, unescaped value. */
export interface Matcher {
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** The label has exactly this value. */
export function is(value: string): Matcher {
  return { operator: '=', value };
}

/** The label has any other value, or is absent. */
export function isNot(value: string): Matcher {
  return { operator: '!=', value };
}

/** The whole value matches a regular expression (RE2), which the caller has escaped. */
export function matches(regexp: string): Matcher {
  return { operator: '=~', value: regexp };
}

/** The whole value, empty where the label is absent, does not match a regular expression (RE2). */
export function matchesNot(regexp: string): Matcher {
  return { operator: '!~', value: regexp };
}

/** The label has one of these values: they are compared as they stand, whatever they hold. */
export function oneOf(values: readonly string[]): Matcher {
  const alternatives = values.map((value) => value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&'));
  return matches(alternatives.join('|'));
}

/**
 * A PromQL string literal in double quotes. This is the only place that escapes: PromQL reads these
 * literals like Go's, where a bare newline or backslash would end or change the string.
 */
export function quoted(value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return `"${escaped}"`;
}

/** `{a="x",b!="y"}`, in the order given; nothing for no matchers, as in `up`. */
export function matcherList(matchers: Readonly<Record<string, Matcher | undefined>>): string {
  const parts = Object.entries(matchers).flatMap(([label, matcher]) =>
    matcher === undefined ? [] : [`${label}${matcher.operator}${quoted(matcher.value)}`],
  );
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}
