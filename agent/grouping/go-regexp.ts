import { RE2JS } from 're2js';

/** No more characters of a text are looked at. Arguments may be megabytes long. */
export const matchedLength = 32_768;

/**
 * A match takes at most as many steps as its expression has instructions, for each character. So many steps
 * took at most 45 ms of CPU where it was measured, the first time that they were made, with expressions that
 * are bad for the library: half as many would leave out arguments that rules look for.
 */
export const maxSteps = 2 ** 18;

/** An expression with more of them could look at less than 256 characters. */
export const maxInstructions = 1024;

/** An expression that Go's `regexp` refuses; the message says why. */
export class GoRegexpError extends Error {
  override readonly name = 'GoRegexpError';
}

/** A regular expression in Go's syntax, https://pkg.go.dev/regexp/syntax, matched in linear time. */
export class GoRegexp {
  /** By index: the whole match is 0. `''` for groups without a name, as Go's `SubexpNames`. */
  readonly groupNames: readonly string[];
  /** How much of a text is looked at: less by larger expressions, see `maxSteps`. */
  readonly looksAt: number;
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
    const instructions = this.compiled.programSize();
    if (instructions > maxInstructions) {
      throw new GoRegexpError(
        `the expression is too large: it compiles to ${instructions} instructions, and ${maxInstructions} are the most; divide it among several rules`,
      );
    }
    this.looksAt = Math.min(matchedLength, Math.floor(maxSteps / Math.max(1, instructions)));
    const names = Array.from({ length: this.compiled.groupCount() + 1 }, () => '');
    for (const [name, index] of Object.entries(this.compiled.namedGroups())) names[index] = name;
    this.groupNames = names;
  }

  /** @returns the first match's groups, `''` for those that took no part; `undefined` without a match */
  find(text: string): string[] | undefined {
    const matcher = this.compiled.matcher(text.slice(0, this.looksAt));
    if (!matcher.find()) return undefined;
    return this.groupNames.map((_, index) => matcher.group(index) ?? '');
  }
}
