import {
  type ListenAddress,
  parseListenAddress as listenAddressIn,
} from '../https-server/listen-address';
import { countCpuList } from './procfs/kernel-command-line';
import { parseWebOptions, webFlags, type WebOptions } from './serving/web-options';

/** What the agent was asked to do. All defaults live here. */
export interface Options {
  readonly listenAddress: ListenAddress;
  readonly telemetryPath: string;
  readonly web: WebOptions;
  readonly procfs: string;
  readonly cgroupRoot: string | undefined;
  readonly scrapeIntervalMs: number;
  readonly maxGroups: number;
  readonly maxThreadsPerGroup: number;
  readonly maxThreads: number;
  readonly forgetAfterMs: number;
  /** Of the platform; `undefined`: whatever the kernel command line says. */
  readonly reservedCpus: number | undefined;
  readonly allocatableCpus: number | undefined;
}

/** A request that ends the program at once: a text for stdout, or a complaint with exit status 2. */
export type Command =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

/** An option that cannot be taken; the message is one sentence that names it. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

interface Flag {
  readonly name: string;
  readonly placeholder: string;
  readonly default: string;
  readonly help: string;
}

const flags = {
  listenAddress: {
    name: 'web.listen-address',
    placeholder: 'ADDRESS',
    default: ':9256',
    help: 'Where to listen: [HOST]:PORT. Port 0 takes any free port.',
  },
  telemetryPath: {
    name: 'web.telemetry-path',
    placeholder: 'PATH',
    default: '/metrics',
    help: 'Under which path metrics are exposed.',
  },
  ...webFlags,
  procfs: {
    name: 'procfs',
    placeholder: 'PATH',
    default: '/proc',
    help: "Where the host's proc file system is mounted.",
  },
  cgroupRoot: {
    name: 'cgroup-root',
    placeholder: 'PATH',
    default: '',
    help: "Where the host's cgroup v2 hierarchy is mounted; found by itself when left out.",
  },
  scrapeInterval: {
    name: 'scrape-interval',
    placeholder: 'DURATION',
    default: '15s',
    help: 'The longest interval of any scraper: for that long a new series shows 0, so that no scraper misses its start.',
  },
  maxGroups: {
    name: 'names.max-groups',
    placeholder: 'N',
    default: '300',
    help: 'Groups that have series of their own; the rest is (other). 0: no limit.',
  },
  maxThreadsPerGroup: {
    name: 'names.max-threads-per-group',
    placeholder: 'N',
    default: '200',
    help: 'Thread names of one group that have series of their own. 0: no limit.',
  },
  maxThreads: {
    name: 'names.max-threads',
    placeholder: 'N',
    default: '1000',
    help: 'Thread names of the node that have series of their own. 0: no limit.',
  },
  forgetAfter: {
    name: 'names.forget-after',
    placeholder: 'DURATION',
    default: '10m',
    help: 'How long the series of units, groups and threads that ended are still exposed.',
  },
  reservedCpus: {
    name: 'reserved-cpus',
    placeholder: 'N|LIST',
    default: '',
    help: 'CPUs reserved for the platform: a number such as 4, or a list such as 0-1,28-29. The kernel command line tells when left out.',
  },
} as const satisfies Record<string, Flag>;

/** Set by the downward API (`limits.cpu` of a container without limit, in thousandths of a CPU). */
const allocatableVariable = 'HOST_PROCESSES_ALLOCATABLE_MILLICPUS';

type FlagKey = keyof typeof flags;

/**
 * Reads the command line. Flags are Go's: one dash or two, `-name=value` or `-name value`.
 * @param environment for what only the downward API can tell
 * @throws OptionError for whatever cannot be taken
 */
export function parseCommandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const match = /^--?([^=]+)(?:=(.*))?$/s.exec(arg);
    if (!match) throw new OptionError(`Expected an option, found ${JSON.stringify(arg)}.`);
    const [, name = '', value] = match;
    if (name === 'help' || name === 'h') return { kind: 'help' };
    if (name === 'version') return { kind: 'version' };
    if (!Object.values(flags).some((flag) => flag.name === name)) {
      throw new OptionError(`There is no option --${name}; --help lists them all.`);
    }
    const next = value ?? args[++i];
    if (next === undefined) throw new OptionError(`Option --${name} needs a value.`);
    given.set(name, next);
  }
  const textOf = (key: FlagKey) => given.get(flags[key].name) ?? flags[key].default;
  const cgroupRoot = textOf('cgroupRoot');
  return {
    kind: 'run',
    options: Object.freeze({
      listenAddress: parseListenAddress(textOf('listenAddress')),
      telemetryPath: parseTelemetryPath(textOf('telemetryPath')),
      web: parseWebOptions(textOf),
      procfs: withoutLastSlash(textOf('procfs')),
      cgroupRoot: cgroupRoot === '' ? undefined : withoutLastSlash(cgroupRoot),
      scrapeIntervalMs: parseDuration(flags.scrapeInterval.name, textOf('scrapeInterval')),
      maxGroups: parseLimit(flags.maxGroups.name, textOf('maxGroups')),
      maxThreadsPerGroup: parseLimit(flags.maxThreadsPerGroup.name, textOf('maxThreadsPerGroup')),
      maxThreads: parseLimit(flags.maxThreads.name, textOf('maxThreads')),
      forgetAfterMs: parseDuration(flags.forgetAfter.name, textOf('forgetAfter')),
      reservedCpus: parseReservedCpus(textOf('reservedCpus')),
      allocatableCpus: parseAllocatable(environment[allocatableVariable]),
    }),
  };
}

/** The text of `--help`. */
export function helpText(): string {
  const lines = Object.values(flags).map(
    ({ name, placeholder, default: preset, help }) =>
      `  --${name}=${placeholder}\n      ${help}${preset === '' ? '' : ` Default: ${preset}`}\n`,
  );
  return `Usage: host-processes-agent [OPTION]...

Accounts for the CPU time of this node, by unit and by process group, as Prometheus metrics.

${lines.join('')}  --version
      Print the version.
  --help
      Print this text.
`;
}

function parseListenAddress(text: string): ListenAddress {
  const address = listenAddressIn(text);
  if (!address) {
    throw new OptionError(
      `Option --web.listen-address expects [HOST]:PORT, for example :9256 or 127.0.0.1:9256, found ${JSON.stringify(text)}.`,
    );
  }
  return address;
}

function parseTelemetryPath(text: string): string {
  if (!/^\/[^?#\s]+$/.test(text) || text === '/healthz') {
    throw new OptionError(
      `Option --web.telemetry-path expects a path such as /metrics, found ${JSON.stringify(text)}.`,
    );
  }
  return text;
}

function parseDuration(flag: string, text: string): number {
  const match = /^(\d{1,9})(ms|s|m|h)$/.exec(text);
  const unit = match?.[2] as 'ms' | 's' | 'm' | 'h';
  const ms = Number(match?.[1]) * { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[unit];
  if (!match || ms === 0) {
    throw new OptionError(
      `Option --${flag} expects a duration such as 15s, found ${JSON.stringify(text)}.`,
    );
  }
  return ms;
}

function parseLimit(flag: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new OptionError(
      `Option --${flag} expects a whole number, found ${JSON.stringify(text)}.`,
    );
  }
  return Number(text) === 0 ? Infinity : Number(text);
}

function parseReservedCpus(text: string): number | undefined {
  if (text === '') return undefined;
  const cpus = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : countCpuList(text);
  if (cpus === undefined) {
    throw new OptionError(
      `Option --${flags.reservedCpus.name} expects a number of CPUs or a list such as 0-1,28-29, found ${JSON.stringify(text)}.`,
    );
  }
  return cpus;
}

function parseAllocatable(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new OptionError(
      `${allocatableVariable} expects thousandths of a CPU, such as 3500, found ${JSON.stringify(text)}.`,
    );
  }
  return Number(text) / 1000;
}

function withoutLastSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
