import { OptionError } from './option-error';
import type { Flag } from './flags';

/** What the arguments say: values by the name of their flag, or what ends the program at once. */
export type GivenFlags =
  | { readonly kind: 'run'; readonly values: ReadonlyMap<string, string> }
  | { readonly kind: 'help' | 'version' | 'man' };

const requests: Readonly<Record<string, 'help' | 'version' | 'man'>> = {
  help: 'help',
  h: 'help',
  version: 'version',
  man: 'man',
};

/**
 * Splits a command line as Go's `flag` package does: one dash or two, `-name=value` or `-name value`; a
 * boolean alone is true and never takes the next argument. The last of several values counts.
 * @throws OptionError for a flag that is not among `known`, a missing value, and what is no flag at all
 */
export function readFlags(args: readonly string[], known: readonly Flag[]): GivenFlags {
  const byName = new Map(known.map((flag) => [flag.name, flag]));
  const values = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const match = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(arg);
    if (!match) throw new OptionError(`Expected an option, found ${JSON.stringify(arg)}.`);
    const [, name = '', value] = match;
    const request = Object.hasOwn(requests, name) ? requests[name] : undefined;
    if (request !== undefined) {
      if (value === undefined || parseBoolean(name, value)) return { kind: request };
      continue;
    }
    const flag = byName.get(name);
    if (!flag) throw new OptionError(`There is no option --${name}; --help lists them all.`);
    const given = value ?? (flag.boolean ? 'true' : args[++i]);
    if (given === undefined) throw new OptionError(`Option --${name} needs a value.`);
    values.set(name, given);
  }
  return { kind: 'run', values };
}

/** Go's `strconv.ParseBool`. */
export function parseBoolean(flag: string, text: string): boolean {
  if (/^(?:1|t|T|true|TRUE|True)$/.test(text)) return true;
  if (/^(?:0|f|F|false|FALSE|False)$/.test(text)) return false;
  throw new OptionError(
    `Option --${flag} expects true or false, found ${JSON.stringify(text)}; its value is given as --${flag}=false.`,
  );
}
