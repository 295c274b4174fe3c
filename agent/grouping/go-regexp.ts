import { RE2JS } from 're2js';

/** No more characters of a text are looked at. Arguments may be megabytes long. */
export const matchedLength = 32_768;

/**
 * A match takes at most as many steps as its expression has instructions, for each character that is looked
 * at: up to so many the library keeps a bit for each, and goes there once. With expressions that are bad for
 * it they took at most 40 ms of CPU where it was measured, the first time that they were made. Half as many
 * would leave out what rules look for: a class path alone may have ten thousand characters.
 */
export const maxSteps = 2 ** 18;

/** An expression with more of them could look at less than 256 characters. */
export const maxInstructions = 1024;

/** An expression that Go's `regexp` refuses, or that is too large; the message says why. */
export class GoRegexpError extends Error {
  override readonly name = 'GoRegexpError';

  /** @param instructions that it compiles to: 0 where it does not */
  constructor(
    message: string,
    readonly instructions: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A regular expression in Go's syntax, https://pkg.go.dev/regexp/syntax, matched in linear time. */
export class GoRegexp {
  readonly instructions: number;
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
      const message = error instanceof Error ? error.message : String(error);
      throw new GoRegexpError(message, 0, { cause: error });
    }
    this.instructions = this.compiled.programSize();
    if (this.instructions > maxInstructions) {
      throw new GoRegexpError(
        `the expression is too large: it compiles to ${this.instructions} instructions, and ${maxInstructions} are the most; divide it among several rules`,
        this.instructions,
      );
    }
    this.looksAt = Math.min(matchedLength, Math.floor(maxSteps / Math.max(1, this.instructions)));
    const names = Array.from({ length: this.compiled.groupCount() + 1 }, () => '');
    for (const [name, index] of Object.entries(this.compiled.namedGroups())) names[index] = name;
    this.groupNames = names;
  }

  /** @returns the first match's groups, `''` for those that took no part; `undefined` without a match */
  find(text: string): string[] | undefined {
    // With all groups at once: a matcher looks for the match first, and then once more for its groups.
    const groups = this.compiled.re2().findSubmatch(text.slice(0, this.looksAt)) as
      (string | null)[] | null;
    return groups?.map((group) => group ?? '');
  }
}
