import { parseArgs } from 'node:util';
import { formats, judgements, sortKeys, views, type Format } from './choices';
import { flags, type FlagName } from './flags';
import { withoutOldSpellings } from './old-spellings';
import type { ClusterOptions, Command, Options, Selection } from './options';
import { positionalWords } from './positional-words';
import { UsageError } from './usage-error';
import { Values, type RawValues } from './values';

/** Reads the command line. @throws UsageError for whatever cannot be taken */
export function parseCommandLine(args: readonly string[], nowMs: number): Command {
  const { values: raw, positionals } = split(withoutOldSpellings(args));
  if (raw.help) return { kind: 'help' };
  if (raw.version) return { kind: 'version' };
  const { command, ancestor, ...words } = positionalWords(positionals);
  const values = new Values(raw, words.values);
  const reservedCpus = values.number('reserved', 'a number of CPUs above 0, such as 4', 1e-3);
  const options: Options = {
    // A reservation is given in order to be judged by.
    command: command === 'export' && reservedCpus !== undefined ? 'verdict' : command,
    cluster: clusterOf(values),
    selection: selectionOf(values, nowMs),
    arrangement: {
      view: values.choice('view', views),
      sumNodes: values.isOn('sum'),
      sortBy: values.choice('sort-by', sortKeys),
      ...values.optional('head', values.count('head')),
      ...values.optional('tail', values.count('tail')),
    },
    judging: {
      ...values.optional('reservedCpus', reservedCpus),
      ...values.optional('judge', values.optionalChoice('judge', judgements)),
    },
    ...values.optional('legacy', values.isOn('legacy') ? ancestor : undefined),
    ...values.optional('baseline', baselineOf(values)),
    ...values.optional('file', values.text('output')),
    format: formatOf(values),
    quiet: values.isOn('quiet'),
  };
  refuseContradictions(options);
  return { kind: 'run', options };
}

function split(args: string[]): { values: RawValues; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { short, placeholder, repeatable }]) => [
      name,
      {
        type: placeholder === undefined ? ('boolean' as const) : ('string' as const),
        ...(short !== undefined && { short }),
        ...(repeatable && { multiple: true }),
      },
    ]),
  );
  try {
    return parseArgs({
      args,
      options: { ...options, help: { type: 'boolean' }, version: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0] ?? '';
    throw new UsageError(`${reason.replace(/\.? To specify.*$|\.$/, '')}; --help lists all.`, {
      cause,
    });
  }
}

function clusterOf(values: Values): ClusterOptions {
  const account = /^([^/]+)\/([^/]+)$/.exec(values.required('service-account'));
  if (!account) throw values.refused('service-account', 'NAMESPACE/NAME');
  const [, namespace = '', name = ''] = account;
  return {
    ...values.optional('host', values.text('host')),
    ...values.optional('token', values.text('token')),
    ...values.optional('tokenFile', values.text('token-file')),
    ...values.optional('kubeconfig', values.text('kubeconfig')),
    ...values.optional('context', values.text('context')),
    ...values.optional('caFile', values.text('ca-file')),
    serviceAccount: { namespace, name },
    insecureSkipTlsVerify: values.isOn('insecure-skip-tls-verify'),
    timeoutMs: values.duration('timeout'),
    retries: values.number('retries', 'a whole number', 0) ?? 0,
  };
}

function selectionOf(values: Values, nowMs: number): Selection {
  const intervalMs = values.duration('interval');
  if (intervalMs < 60_000) throw values.refused('interval', 'at least 1m');
  const windowMs = values.text('window') === undefined ? undefined : values.duration('window');
  if (windowMs !== undefined && (windowMs < 30_000 || windowMs > intervalMs)) {
    throw values.refused('window', 'between 30s and the interval');
  }
  return {
    intervalMs,
    interval: values.required('interval'),
    endMs: values.moment('time', nowMs),
    ...values.optional('windowMs', windowMs),
    nodes: values.list('node'),
    skippedNamespaces: values.patterns('skip-namespaces'),
    infraNamespaces: values.patterns('infra-namespaces'),
    withAgent: values.isOn('with-agent'),
  };
}

function baselineOf(values: Values): Options['baseline'] {
  const file = values.text('baseline');
  const thresholdPercent = values.number('threshold', 'a percentage such as 10', 0) ?? 0;
  return file === undefined ? undefined : { file, thresholdPercent };
}

function formatOf(values: Values): Format {
  const ending = /\.(csv|json|ya?ml|txt)$/i.exec(values.text('output') ?? '')?.[1]?.toLowerCase();
  const byEnding = { csv: 'csv', json: 'json', yaml: 'yaml', yml: 'yaml', txt: 'table' } as const;
  return (
    values.optionalChoice('format', formats) ??
    (ending === undefined ? 'csv' : byEnding[ending as keyof typeof byEnding])
  );
}

function refuseContradictions(options: Options): void {
  const { command, arrangement, selection, legacy, baseline } = options;
  const only = (option: FlagName, what: string) =>
    new UsageError(`Option --${option} belongs to ${what}.`);
  if (arrangement.head !== undefined && arrangement.tail !== undefined) {
    throw new UsageError('Options --head and --tail exclude each other.');
  }
  if (legacy !== undefined && command !== 'export') throw only('legacy', 'an export');
  if (legacy !== undefined && selection.nodes.length > 0) {
    throw new UsageError('Options --node and --legacy exclude each other: its pods have no node.');
  }
  if (baseline !== undefined && command !== 'export') throw only('baseline', 'an export');
  if (baseline !== undefined && legacy !== undefined) {
    throw new UsageError('Options --baseline and --legacy exclude each other.');
  }
}
