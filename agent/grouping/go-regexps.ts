import { GoRegexp, GoRegexpError } from './go-regexp';

/** An instruction takes some hundred bytes. Rules that people write have a few thousand of them. */
export const maxInstructionsTogether = 2 ** 18;

/** The regular expressions of one set of rules: each is compiled once, and all of them take bounded memory. */
export class GoRegexps {
  private readonly compiled = new Map<string, GoRegexp>();
  private instructionsLeft = maxInstructionsTogether;

  /** @throws GoRegexpError */
  compile(source: string): GoRegexp {
    const known = this.compiled.get(source);
    if (known) return known;
    if (this.instructionsLeft <= 0) {
      throw new GoRegexpError(
        `all expressions together are too large: those before this one compile to ${maxInstructionsTogether} instructions, which are the most`,
        0,
      );
    }
    try {
      const regexp = new GoRegexp(source);
      this.instructionsLeft -= regexp.instructions;
      this.compiled.set(source, regexp);
      return regexp;
    } catch (error) {
      // To find that it is too large took as long as if it were not.
      if (error instanceof GoRegexpError) this.instructionsLeft -= error.instructions;
      throw error;
    }
  }
}
