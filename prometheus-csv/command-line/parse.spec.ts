import type { Options } from './options';
import { parseCommandLine } from './parse';

const nowMs = Date.UTC(2026, 0, 31, 12);

function optionsOf(line: string): Options {
  const command = parseCommandLine(line.split(' ').filter(Boolean), nowMs);
  if (command.kind !== 'run') throw new Error(`${line} asks for ${command.kind}.`);
  return command.options;
}

function refusalOf(line: string): string {
  try {
    optionsOf(line);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${line} was taken.`);
}

it('exports the last hour of everything, found by itself, when nothing is said', () => {
  expect(optionsOf('')).toEqual({
    command: 'export',
    cluster: {
      serviceAccount: { namespace: 'openshift-monitoring', name: 'prometheus-k8s' },
      insecureSkipTlsVerify: false,
      timeoutMs: 120_000,
      retries: 4,
    },
    selection: {
      intervalMs: 3_600_000,
      interval: '1h',
      endMs: nowMs,
      nodes: [],
      skippedNamespaces: [],
      infraNamespaces: [],
      withAgent: false,
    },
    arrangement: { view: 'all', sumNodes: false, sortBy: 'avg' },
    judging: {},
    format: 'csv',
    quiet: false,
  });
});

describe("the prototype's command lines", () => {
  it.each([
    ['prom.apps.x TOKEN', {}],
    ['prom.apps.x TOKEN 30m', { interval: '30m', intervalMs: 1_800_000 }],
    [
      'prom.apps.x TOKEN 30m 2026-01-31T11:00:00',
      { intervalMs: 1_800_000, endMs: Date.UTC(2026, 0, 31, 11) },
    ],
    [
      'prom.apps.x TOKEN 1h now stress-.* oslat',
      { endMs: nowMs, skippedNamespaces: ['stress-.*', 'oslat'] },
    ],
  ])('%s', (line, selection) => {
    const options = optionsOf(line);
    expect(options.cluster).toMatchObject({ host: 'prom.apps.x', token: 'TOKEN' });
    expect(options.selection).toMatchObject(selection);
    expect(options).not.toHaveProperty('legacy');
    expect(optionsOf(`${line} --legacy`)).toHaveProperty('legacy', 'prototype');
  });
});

describe("prom's command lines", () => {
  const start = 'metrics -h ocp48.demo.lab -t TOKEN';
  it.each([
    ['', {}],
    ['-o yaml', { format: 'yaml' }],
    ['--output json', { format: 'json' }],
    ['--output=csv', { format: 'csv' }],
    ['-ojson', { format: 'json' }],
    ['-s max', { arrangement: { view: 'all', sumNodes: false, sortBy: 'max' } }],
    ['--sort-by min', { arrangement: { view: 'all', sumNodes: false, sortBy: 'min' } }],
    ['-m infra', { arrangement: { view: 'infra', sumNodes: false, sortBy: 'avg' } }],
    [
      '--metric-type housekeeping',
      { arrangement: { view: 'housekeeping', sumNodes: false, sortBy: 'avg' } },
    ],
    ['--head', { arrangement: { view: 'all', sumNodes: false, sortBy: 'avg', head: 5 } }],
    ['--tail -o csv', { arrangement: { view: 'all', sumNodes: false, sortBy: 'avg', tail: 5 } }],
    ['--first', { arrangement: { view: 'all', sumNodes: false, sortBy: 'avg', head: 1 } }],
    ['--last', { arrangement: { view: 'all', sumNodes: false, sortBy: 'avg', tail: 1 } }],
  ])('%s', (rest, expected) => {
    const options = optionsOf(`${start} ${rest}`);
    expect(options.cluster).toMatchObject({ host: 'ocp48.demo.lab', token: 'TOKEN' });
    expect(options).toMatchObject(expected);
    expect(optionsOf(`${start} ${rest} --legacy`)).toHaveProperty('legacy', 'prom');
  });

  it('takes interval, time and namespaces, long and short', () => {
    const selection = {
      intervalMs: 7_200_000,
      endMs: Date.UTC(2026, 0, 31),
      skippedNamespaces: ['a', 'b'],
    };
    const short = optionsOf(`${start} -i 2h -T 2026-01-31 -S a -S b`);
    expect(short.selection).toMatchObject(selection);
    const long = `${start} --interval 2h --time 2026-01-31T00:00Z --skip-namespaces a --skip-namespaces b`;
    expect(optionsOf(long).selection).toMatchObject(selection);
  });
});

it('takes numbers of rows, a file whose ending is a format, and a reservation as a verdict', () => {
  expect(optionsOf('--head 3').arrangement.head).toBe(3);
  expect(optionsOf('--tail=7').arrangement.tail).toBe(7);
  expect(optionsOf('--output a.json')).toMatchObject({ file: 'a.json', format: 'json' });
  expect(optionsOf('-o a.json --format csv')).toMatchObject({ file: 'a.json', format: 'csv' });
  expect(optionsOf('--reserved 4')).toMatchObject({
    command: 'verdict',
    judging: { reservedCpus: 4 },
  });
  expect(optionsOf('report --reserved 4').command).toBe('report');
});

it.each([
  ['--view pods', /^Option --view expects one of all, housekeeping, .*, found "pods"\.$/],
  ['--interval 1.5h', 'Option --interval expects a duration such as 90m or 1h30m, found "1.5h".'],
  ['--interval 10s', 'Option --interval expects at least 1m, found "10s".'],
  ['--window 2h', 'Option --window expects between 30s and the interval, found "2h".'],
  ['-T yesterday', /^Option --time expects a time such as .*, found "yesterday"\.$/],
  ['-T 2026-13-40', /^Option --time expects a time such as .*, found "2026-13-40"\.$/],
  ['-S (', 'Option --skip-namespaces expects a regular expression, found "(".'],
  ['--head 0', 'Option --head expects a number of rows, found "0".'],
  ['--head 2 --tail 2', 'Options --head and --tail exclude each other.'],
  ['--reserved 0', 'Option --reserved expects a number of CPUs above 0, such as 4, found "0".'],
  ['verdict --legacy', 'Option --legacy belongs to an export.'],
  ['--legacy --node n', 'Options --node and --legacy exclude each other: its pods have no node.'],
  ['report --baseline x', 'Option --baseline belongs to an export.'],
  ['host', 'Expected HOST TOKEN, or one of verdict, report and metrics, found "host".'],
  ['verdict now', 'Expected options after verdict, found "now".'],
  ['host token 1h -i 2h', 'Option --interval was given twice: as a word and as an option.'],
  ['--nonsense', "Unknown option '--nonsense'; --help lists all."],
  ['--service-account x', 'Option --service-account expects NAMESPACE/NAME, found "x".'],
])('refuses %s in one sentence', (line, message) => {
  expect(refusalOf(line)).toMatch(message);
  expect(refusalOf(line)).toMatch(/^[^\n]+\.$/);
});
