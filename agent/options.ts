import { type Flag, type FlagKey, flags } from './command-line/flags';
import { parseBoolean, readFlags } from './command-line/go-flags';
import { OptionError } from './command-line/option-error';
import {
  allocatableVariable,
  parseAllocatable,
  parseCount,
  parseDelay,
  parseDuration,
  parseDurationOrZero,
  parseForgetAfter,
  parseLimit,
  parseListenAddress,
  parseReservedCpus,
  parseTelemetryPath,
  withoutLastSlash,
} from './command-line/values';
import type { ListenAddress } from '../https-server/listen-address';
import { parseWebOptions, type WebOptions } from './serving/web-options';
import type { WantedTiers } from './tiers/wanted-tiers';

/** What the agent was asked to do. Defaults stand in the table of flags. */
export interface Options {
  readonly listenAddress: ListenAddress;
  readonly telemetryPath: string;
  readonly web: WebOptions;
  readonly procfs: string;
  readonly cgroupRoot: string | undefined;
  /** `undefined`: the rules come from the two below, or are the built-in ones. */
  readonly configPath: string | undefined;
  /** As given; empty: none. */
  readonly procNames: string;
  readonly nameMapping: string;
  /** Whether a process that no rule names is in its nearest ancestor's group. */
  readonly children: boolean;
  /** Whether families by thread name are exposed. */
  readonly threads: boolean;
  /** What is read and exposed beyond what costs nothing. */
  readonly tiers: WantedTiers;
  /** For how long after its start a process without a group is looked at anew: 0 never, Infinity always. */
  readonly recheckForMs: number;
  readonly removeEmptyGroups: boolean;
  readonly scrapeIntervalMs: number;
  /** Kernel files that may stay open between passes. */
  readonly descriptors: number;
  readonly maxGroups: number;
  readonly maxThreadsPerGroup: number;
  readonly maxThreads: number;
  readonly forgetAfterMs: number;
  /** Of the platform; `undefined`: whatever the kernel command line says. */
  readonly reservedCpus: number | undefined;
  readonly allocatableCpus: number | undefined;
  /** 0: serve; else print once after so long. */
  readonly onceToStdoutDelayMs: number;
  readonly debug: boolean;
}

/** A request that ends the program at once: a text for stdout, or a complaint with exit status 2. */
export type Command =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'man' }
  | { readonly kind: 'version' };

/**
 * Reads the command line. Flags are Go's: one dash or two, `-name=value` or `-name value`.
 * @param environment for what only the downward API can tell
 * @throws OptionError for whatever cannot be taken
 */
export function parseCommandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  const given = readFlags(args, Object.values<Flag>(flags));
  if (given.kind !== 'run') return { kind: given.kind };
  const { values } = given;
  const text = (key: FlagKey) => values.get(flags[key].name) ?? flags[key].default;
  const parsed = <T>(key: FlagKey, parse: (flag: string, text: string) => T): T =>
    parse(flags[key].name, text(key));
  const orUndefined = (path: string) => (path === '' ? undefined : path);
  const configPath = orUndefined(text('configPath'));
  if (configPath !== undefined && text('procNames') + text('nameMapping') !== '') {
    throw new OptionError(
      'Option --config.path cannot be used with --procnames or --namemapping: rules come from one or the other.',
    );
  }
  const cgroupRoot = orUndefined(text('cgroupRoot'));
  return {
    kind: 'run',
    options: Object.freeze({
      listenAddress: parsed('listenAddress', parseListenAddress),
      telemetryPath: parsed('telemetryPath', parseTelemetryPath),
      web: parseWebOptions(text),
      procfs: withoutLastSlash(text('procfs')),
      cgroupRoot: cgroupRoot === undefined ? undefined : withoutLastSlash(cgroupRoot),
      configPath,
      procNames: text('procNames'),
      nameMapping: text('nameMapping'),
      children: parsed('children', parseBoolean),
      threads: parsed('threads', parseBoolean),
      tiers: {
        contextSwitches: parsed('contextSwitches', parseBoolean),
        descriptors: parsed('descriptorCounts', parseBoolean),
        io: parsed('io', parseBoolean),
        threadStat: parsed('threadStat', parseBoolean),
        wchan: parsed('wchan', parseBoolean),
        smaps: parsed('gatherSmaps', parseBoolean),
      },
      recheckForMs: recheckForMs(
        parsed('recheck', parseBoolean),
        parsed('recheckTimeLimit', parseDurationOrZero),
      ),
      removeEmptyGroups: parsed('removeEmptyGroups', parseBoolean),
      scrapeIntervalMs: parsed('scrapeInterval', parseDuration),
      descriptors: parsed('descriptors', parseCount),
      maxGroups: parsed('maxGroups', parseLimit),
      maxThreadsPerGroup: parsed('maxThreadsPerGroup', parseLimit),
      maxThreads: parsed('maxThreads', parseLimit),
      forgetAfterMs: parsed('forgetAfter', parseForgetAfter),
      reservedCpus: parsed('reservedCpus', parseReservedCpus),
      allocatableCpus: parseAllocatable(environment[allocatableVariable]),
      onceToStdoutDelayMs: parsed('onceToStdoutDelay', parseDelay),
      debug: parsed('debug', parseBoolean),
    }),
  };
}

/** A limit switches rechecking on, as in process-exporter. */
function recheckForMs(recheck: boolean, limitMs: number): number {
  if (limitMs > 0) return limitMs;
  return recheck ? Infinity : 0;
}
