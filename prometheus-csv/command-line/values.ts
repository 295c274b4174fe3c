import { RE2JS } from 're2js';
import { parseDuration } from './duration';
import { flags, type FlagName } from './flags';
import { parseMoment } from './moment';
import { refused, UsageError } from './usage-error';

/** What Node.js makes of the arguments. */
export type RawValues = Readonly<
  Record<string, string | boolean | (string | boolean)[] | undefined>
>;

/** Values of options: as given, as the prototype's words gave them, or the default. */
export class Values {
  constructor(
    private readonly given: RawValues,
    private readonly words: Partial<Record<FlagName, string | string[]>>,
  ) {
    for (const name of Object.keys(words) as FlagName[]) {
      if (given[name] !== undefined && !flags[name].repeatable) {
        throw new UsageError(`Option --${name} was given twice: as a word and as an option.`);
      }
    }
  }

  isOn(name: FlagName): boolean {
    return this.given[name] === true;
  }

  /** What was given; undefined: nothing, and there is no default. */
  text(name: FlagName): string | undefined {
    const value = this.given[name] ?? this.words[name] ?? flags[name].default;
    if (value === '') throw refused(name, 'a value', '');
    return typeof value === 'string' ? value : undefined;
  }

  required(name: FlagName): string {
    return this.text(name) ?? '';
  }

  list(name: FlagName): string[] {
    const all = [this.words[name] ?? [], this.given[name] ?? []].flat();
    return all.filter((value) => typeof value === 'string' && value !== '') as string[];
  }

  /** Regular expressions in RE2's syntax, which is Prometheus' own. */
  patterns(name: FlagName): string[] {
    return this.list(name).map((pattern) => {
      try {
        RE2JS.compile(pattern);
        return pattern;
      } catch {
        throw refused(name, 'a regular expression', pattern);
      }
    });
  }

  duration(name: FlagName): number {
    const ms = parseDuration(this.required(name));
    if (ms === undefined) throw this.refused(name, 'a duration such as 90m or 1h30m');
    return ms;
  }

  moment(name: FlagName, nowMs: number): number {
    const ms = parseMoment(this.required(name), nowMs);
    if (ms === undefined) {
      throw this.refused(name, 'a time such as 2026-01-31T12:00:00Z, seconds since 1970 or now');
    }
    return ms;
  }

  number(name: FlagName, expected: string, least: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = /^\d{1,9}(?:\.\d{1,3})?%?$/.test(text) ? Number(text.replace('%', '')) : NaN;
    if (!(value >= least)) throw this.refused(name, expected);
    return value;
  }

  count(name: FlagName): number | undefined {
    const value = this.number(name, 'a number of rows', 1);
    if (value !== undefined && !Number.isInteger(value)) {
      throw this.refused(name, 'a number of rows');
    }
    return value;
  }

  choice<const Choice extends string>(name: FlagName, choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.required(name));
    if (found === undefined) throw this.refused(name, `one of ${choices.join(', ')}`);
    return found;
  }

  /** As `choice`, and undefined when nothing was given. */
  optionalChoice<const Choice extends string>(
    name: FlagName,
    choices: readonly Choice[],
  ): Choice | undefined {
    return this.given[name] === undefined ? undefined : this.choice(name, choices);
  }

  /** `{ key: value }`, and nothing for nothing. */
  optional<const Key extends string, Value>(
    key: Key,
    value: Value | undefined,
  ): Partial<Record<Key, Value>> {
    return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
  }

  refused(name: FlagName, expected: string): UsageError {
    return refused(name, expected, this.required(name));
  }
}
