import type { Candidate } from './candidate';
import { maxNameLength } from './exe-base';
import type { Captures } from './selectors/selector';
import { type Operand, templateParts } from './template-syntax';
import { variables } from './template-variables';

/** A piece of a name: text, or what stands for a process. */
type Part = string | Operand;

/**
 * A name of process-exporter's: the part of Go's text/template that its documentation shows. Text, variables
 * (`{{.Comm}}`, `{{.Matches.x}}`), `{{index .Matches "x"}}`, `{{index .Cgroups 0}}`, comments, and `-` that
 * trims white space.
 */
export class NameTemplate {
  private readonly parts: readonly Part[];
  /** The same for templates that are the same but for how they are written. */
  readonly canonical: string;

  /** @throws NameTemplateError for what it does not know; the message is a clause that quotes it */
  constructor(readonly source: string) {
    this.parts = templateParts(source);
    this.canonical = JSON.stringify(this.parts);
  }

  /** @returns the name, of bounded length, or `undefined` when what it is made of could not be read */
  render(candidate: Candidate, captures: Captures): string | undefined {
    let name = '';
    for (const part of this.parts) {
      if (name.length > maxNameLength) break;
      const text = typeof part === 'string' ? part : valueOf(part, candidate, captures);
      if (text === undefined) return undefined;
      // Go ends here, and process-exporter takes what there is.
      if (text === outOfRange) break;
      name += text;
    }
    return name.slice(0, maxNameLength);
  }
}

const outOfRange = Symbol('out of range');

function valueOf(
  { variable, argument, byIndex }: Operand,
  candidate: Candidate,
  captures: Captures,
): string | typeof outOfRange | undefined {
  if (argument === undefined) return variables[variable](candidate, captures);
  if (typeof argument === 'number') return candidate.cgroups[argument] ?? outOfRange;
  // As Go prints what a map does not hold, by each of the two ways to ask for it.
  return captures.get(argument) ?? (byIndex ? '' : '<no value>');
}

/** The name of a rule that gives none. */
export const exeBaseTemplate = new NameTemplate('{{.ExeBase}}');
