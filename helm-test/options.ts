import { parseArgs } from 'node:util';
import { SettingsError } from '../https-server/settings-error';

/** What is installed: both, or one of them. */
export interface Options {
  readonly agent:
    { readonly url: URL; readonly caFile: string; readonly tokenFile: string } | undefined;
  readonly plugin:
    { readonly url: URL; readonly caFile: string; readonly name: string } | undefined;
  /** How often each is asked until it answers well. */
  readonly attempts: number;
}

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'test'; readonly options: Options };

const flags = {
  'agent.url': { type: 'string' },
  'agent.ca-file': { type: 'string' },
  'agent.token-file': { type: 'string' },
  'plugin.url': { type: 'string' },
  'plugin.ca-file': { type: 'string' },
  'plugin.name': { type: 'string' },
  attempts: { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

export const helpText = `Usage: host-processes-helm-test [OPTION]...

Asks the agents and the plugin of an installation what Prometheus and the console ask them.

  --agent.url=URL
      The agents' Service; every pod behind it is asked. Needs the next two.
  --agent.ca-file=FILE
      Who signs the agents' certificate.
  --agent.token-file=FILE
      The bearer token.
  --plugin.url=URL
      The plugin's Service. Needs the next two.
  --plugin.ca-file=FILE
      Who signs its certificate.
  --plugin.name=NAME
      The name that the console knows it by.
  --attempts=NUMBER
      How often each is asked, every two seconds, until it answers well. Default: 30
  --version
      Print the version.
  --help
      Print this text.
`;

/** Reads the command line. @throws SettingsError for whatever cannot be taken */
export function parseCommandLine(args: readonly string[]): Command {
  const values = split(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const needed = (name: keyof typeof flags) => {
    const value = values[name];
    if (typeof value === 'string' && value !== '') return value;
    throw new SettingsError(`Option --${name} is missing; --help tells what it is.`);
  };
  const urlOf = (name: keyof typeof flags) => {
    const text = needed(name);
    if (/^https:\/\/[^/]+:\d+\/?$/.test(text) && URL.canParse(text)) return new URL(text);
    throw new SettingsError(`Option --${name} expects https://HOST:PORT, found "${text}".`);
  };
  if (values['agent.url'] === undefined && values['plugin.url'] === undefined) {
    throw new SettingsError('Nothing to test: --agent.url and --plugin.url are missing.');
  }
  const attempts = Number(values.attempts ?? 30);
  if (!Number.isInteger(attempts) || attempts < 1) {
    throw new SettingsError(
      `Option --attempts expects a number from 1, found "${values.attempts}".`,
    );
  }
  const agent =
    values['agent.url'] === undefined
      ? undefined
      : {
          url: urlOf('agent.url'),
          caFile: needed('agent.ca-file'),
          tokenFile: needed('agent.token-file'),
        };
  const plugin =
    values['plugin.url'] === undefined
      ? undefined
      : {
          url: urlOf('plugin.url'),
          caFile: needed('plugin.ca-file'),
          name: needed('plugin.name'),
        };
  return { kind: 'test', options: { agent, plugin, attempts } };
}

function split(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags }).values;
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0] ?? '';
    throw new SettingsError(`${reason.replace(/\.? To specify.*$|\.$/, '')}; --help lists all.`, {
      cause,
    });
  }
}
