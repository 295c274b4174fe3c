import { OptionError } from '../command-line/option-error';
import { type GoRegexp, GoRegexpError } from './go-regexp';
import { GoRegexps } from './go-regexps';
import { NameTemplate } from './name-template';
import type { GroupRule } from './rules';

/**
 * The rules that `-procnames` and `-namemapping` stand for, as process-exporter takes them: a comm with an
 * expression is named `comm:captured`, a comm that is only listed by itself.
 * @throws OptionError
 */
export function rulesFromNames(procNames: string, nameMapping: string): GroupRule[] {
  const rules = new Map<string, GroupRule>();
  const regexps = new GoRegexps();
  const words = nameMapping === '' ? [] : nameMapping.split(',');
  if (words.length % 2 === 1) {
    throw refused(`pairs of a name and a regular expression, found ${words.length} words`);
  }
  for (let i = 0; i < words.length; i += 2) {
    const [comm = '', source = ''] = words.slice(i, i + 2);
    if (comm === '' || source === '')
      throw refused(`no empty words, found one in pair ${i / 2 + 1}`);
    // A later pair with the same name takes the place of an earlier one.
    rules.set(comm, {
      comm: [comm],
      firstCapture: compile(source, regexps),
      name: new NameTemplate(`${literal(`${comm}:`)}{{index .Matches ""}}`),
    });
  }
  for (const comm of procNames.split(',')) {
    if (comm !== '' && !rules.has(comm)) {
      rules.set(comm, { comm: [comm], name: new NameTemplate(literal(comm)) });
    }
  }
  return [...rules.values()];
}

/** A text as a template that says just this. */
function literal(text: string): string {
  return `{{${JSON.stringify(text)}}}`;
}

function compile(source: string, regexps: GoRegexps): GoRegexp {
  try {
    return regexps.compile(source);
  } catch (error) {
    if (!(error instanceof GoRegexpError)) throw error;
    throw refused(`regular expressions as Go has them: ${error.message}`);
  }
}

function refused(expected: string): OptionError {
  return new OptionError(`Option --namemapping expects ${expected}.`);
}
