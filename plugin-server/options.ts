import { parseArgs } from 'node:util';
import { type ListenAddress, parseListenAddress } from '../https-server/listen-address';
import { SettingsError } from '../https-server/settings-error';

/** What the plugin's server was asked to do. */
export interface Options {
  readonly listenAddress: ListenAddress;
  readonly certFile: string;
  readonly keyFile: string;
  /** The folder of the built plugin. */
  readonly files: string;
  readonly agentNamespace: string;
  readonly scrapeIntervalMs: number;
}

/** A request that ends the program at once, or what to do. */
export type Command =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

interface Flag {
  readonly placeholder: string;
  /** Empty: the flag must be given. */
  readonly default: string;
  readonly help: string;
}

const flags = {
  'web.listen-address': {
    placeholder: 'ADDRESS',
    default: ':9443',
    help: 'Where to listen: [HOST]:PORT. Port 0 takes any free port.',
  },
  'web.tls-cert-file': {
    placeholder: 'FILE',
    default: '',
    help: 'Certificate (PEM, with its chain), read again when it changes.',
  },
  'web.tls-key-file': {
    placeholder: 'FILE',
    default: '',
    help: 'Private key (PEM) of that certificate.',
  },
  files: {
    placeholder: 'FOLDER',
    default: '',
    help: 'The folder of the built plugin; read once, at the start.',
  },
  'agent.namespace': {
    placeholder: 'NAME',
    default: '',
    help: "The agents' namespace, for the plugin.",
  },
  'agent.scrape-interval': {
    placeholder: 'DURATION',
    default: '15s',
    help: 'How often Prometheus scrapes the agents, for the plugin.',
  },
} as const satisfies Record<string, Flag>;

type FlagName = keyof typeof flags;

/** Reads the command line. @throws SettingsError for whatever cannot be taken */
export function parseCommandLine(args: readonly string[]): Command {
  const values = split(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const textOf = (name: FlagName): string => {
    const value = values[name] ?? flags[name].default;
    if (typeof value !== 'string' || value === '') {
      throw new SettingsError(`Option --${name} is missing; --help tells what it is.`);
    }
    return value;
  };
  const expects = (name: FlagName, what: string) =>
    new SettingsError(`Option --${name} expects ${what}, found ${JSON.stringify(textOf(name))}.`);
  const listenAddress = parseListenAddress(textOf('web.listen-address'));
  if (!listenAddress) throw expects('web.listen-address', '[HOST]:PORT, for example :9443');
  const agentNamespace = textOf('agent.namespace');
  // RFC 1123, as Kubernetes has it.
  if (!/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(agentNamespace)) {
    throw expects('agent.namespace', 'the name of a namespace');
  }
  const scrapeIntervalMs = durationMs(textOf('agent.scrape-interval'));
  if (!scrapeIntervalMs) throw expects('agent.scrape-interval', 'a duration such as 15s');
  return {
    kind: 'run',
    options: {
      listenAddress,
      certFile: textOf('web.tls-cert-file'),
      keyFile: textOf('web.tls-key-file'),
      files: textOf('files'),
      agentNamespace,
      scrapeIntervalMs,
    },
  };
}

function split(args: readonly string[]): Record<string, string | boolean | undefined> {
  const text = Object.fromEntries(Object.keys(flags).map((name) => [name, { type: 'string' }]));
  const options = { ...text, help: { type: 'boolean' }, version: { type: 'boolean' } } as Record<
    string,
    { type: 'string' | 'boolean' }
  >;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0] ?? '';
    throw new SettingsError(`${reason.replace(/\.? To specify.*$|\.$/, '')}; --help lists all.`, {
      cause,
    });
  }
}

function durationMs(text: string): number | undefined {
  const match = /^(\d{1,9})(ms|s|m|h)$/.exec(text);
  const unit = match?.[2] as 'ms' | 's' | 'm' | 'h';
  return match ? Number(match[1]) * { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[unit] : undefined;
}

/** The text of `--help`. */
export function helpText(): string {
  const lines = Object.entries<Flag>(flags).map(
    ([name, { placeholder, default: preset, help }]) =>
      `  --${name}=${placeholder}\n      ${help}${preset === '' ? ' Required.' : ` Default: ${preset}`}\n`,
  );
  return `Usage: host-processes-plugin-server [OPTION]...

Serves the files of the console plugin, over HTTPS and from memory.

${lines.join('')}  --version
      Print the version.
  --help
      Print this text.
`;
}
