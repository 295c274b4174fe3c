import { RE2JS } from 're2js';

/**
 * So many characters of a text are looked at. Arguments may be megabytes long, and the time of a match grows
 * with text times expression: this keeps any match within what a scrape may take.
 */
export const matchedLength = 32_768;

/** An expression that Go's `regexp` refuses; the message says why. */
export class GoRegexpError extends Error {
  override readonly name = 'GoRegexpError';
}

/** A regular expression in Go's syntax, https://pkg.go.dev/regexp/syntax, matched in linear time. */
export class GoRegexp {
  /** By index: the whole match is 0. `''` for groups without a name, as Go's `SubexpNames`. */
  readonly groupNames: readonly string[];
  private readonly compiled: RE2JS;

  /** @throws GoRegexpError */
  constructor(readonly source: string) {
    try {
      this.compiled = RE2JS.compile(source);
    } catch (error) {
      throw new GoRegexpError(error instanceof Error ? error.message : String(error), {
        cause: error,
      });
    }
    const names = Array.from({ length: this.compiled.groupCount() + 1 }, () => '');
    for (const [name, index] of Object.entries(this.compiled.namedGroups())) names[index] = name;
    this.groupNames = names;
  }

  /** @returns the first match's groups, `''` for those that took no part; `undefined` without a match */
  find(text: string): string[] | undefined {
    const matcher = this.compiled.matcher(text.slice(0, matchedLength));
    if (!matcher.find()) return undefined;
    return this.groupNames.map((_, index) => matcher.group(index) ?? '');
  }
}
