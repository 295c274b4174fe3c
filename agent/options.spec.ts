import { flags } from './command-line/flags';
import { helpText } from './command-line/help-text';
import { parseCommandLine } from './options';

test('defaults', () => {
  expect(parseCommandLine([], {})).toEqual({
    kind: 'run',
    options: {
      listenAddress: { host: undefined, port: 9256 },
      telemetryPath: '/metrics',
      web: { kind: 'flags', tls: undefined, bearerTokenFile: undefined },
      procfs: '/proc',
      cgroupRoot: undefined,
      configPath: undefined,
      procNames: '',
      nameMapping: '',
      children: true,
      threads: true,
      tiers: {
        contextSwitches: false,
        descriptors: false,
        io: false,
        smaps: false,
        threadStat: false,
        wchan: false,
      },
      recheckForMs: 0,
      removeEmptyGroups: false,
      onceToStdoutDelayMs: 0,
      debug: false,
      scrapeIntervalMs: 15_000,
      descriptors: 4096,
      maxGroups: 300,
      maxThreadsPerGroup: 200,
      maxThreads: 1000,
      forgetAfterMs: 600_000,
      reservedCpus: undefined,
      allocatableCpus: undefined,
    },
  });
});

test.each([
  [['--web.listen-address=127.0.0.1:0'], { listenAddress: { host: '127.0.0.1', port: 0 } }],
  [['-web.listen-address', '[::1]:9256'], { listenAddress: { host: '::1', port: 9256 } }],
  [['-procfs', '/host/proc/'], { procfs: '/host/proc' }],
  [['--cgroup-root', '/host/cgroup'], { cgroupRoot: '/host/cgroup' }],
  [['--scrape-interval=500ms'], { scrapeIntervalMs: 500 }],
  [['--scrape-interval=1m'], { scrapeIntervalMs: 60_000 }],
  [['--web.telemetry-path=/m'], { telemetryPath: '/m' }],
  [['--descriptors=0'], { descriptors: 0 }],
  [['--names.max-groups=0'], { maxGroups: Infinity }],
  [['--names.forget-after=1h'], { forgetAfterMs: 3_600_000 }],
  [['--scrape-interval=1m30.5s'], { scrapeIntervalMs: 90_500 }],
  [['-config.path', '/config/config.yml'], { configPath: '/config/config.yml' }],
  [['-procnames', 'bash,sshd', '-namemapping=a,b'], { procNames: 'bash,sshd', nameMapping: 'a,b' }],
  [['-children=false', '-threads=F', '-debug'], { children: false, threads: false, debug: true }],
  [['-children', '-threads'], { children: true, threads: true }],
  [['-children=false', '-children'], { children: true }],
  [['-recheck'], { recheckForMs: Infinity }],
  [['-recheck-with-time-limit', '30s'], { recheckForMs: 30_000 }],
  [['-recheck', '-recheck-with-time-limit=250ms'], { recheckForMs: 250 }],
  [['-remove-empty-groups=1'], { removeEmptyGroups: true }],
  [['-once-to-stdout-delay=1s'], { onceToStdoutDelayMs: 1000 }],
  [['-version=false', '-man=0'], {}],
  [['--reserved-cpus=4'], { reservedCpus: 4 }],
  [['--reserved-cpus=0-1,28-29'], { reservedCpus: 4 }],
])('%j', (args, expected) => {
  expect(parseCommandLine(args, {})).toMatchObject({ kind: 'run', options: expected });
});

test.each([
  [['--nope'], 'There is no option --nope; --help lists them all.'],
  [['extra'], 'Expected an option, found "extra".'],
  [['--procfs'], 'Option --procfs needs a value.'],
  [['-'], 'Expected an option, found "-".'],
  [['--'], 'Expected an option, found "--".'],
  [['-children', 'false'], 'Expected an option, found "false".'],
  [
    ['-threads=no'],
    'Option --threads expects true or false, found "no"; its value is given as --threads=false.',
  ],
  [['-constructor'], 'There is no option --constructor; --help lists them all.'],
  [
    ['-recheck-with-time-limit=-1s'],
    'Option --recheck-with-time-limit expects a duration such as 15s, or 0, found "-1s".',
  ],
  [
    ['-once-to-stdout-delay=600h'],
    'Option --once-to-stdout-delay expects at most 596h, found "600h".',
  ],
  ...['-procnames=a', '-namemapping=a,b'].map((other): [string[], string] => [
    ['-config.path=f', other],
    'Option --config.path cannot be used with --procnames or --namemapping: rules come from one or the other.',
  ]),
  [
    ['--web.listen-address=9256'],
    'Option --web.listen-address expects [HOST]:PORT, for example :9256 or 127.0.0.1:9256, found "9256".',
  ],
  [
    ['--web.listen-address=:70000'],
    'Option --web.listen-address expects [HOST]:PORT, for example :9256 or 127.0.0.1:9256, found ":70000".',
  ],
  [
    ['--scrape-interval=15'],
    'Option --scrape-interval expects a duration such as 15s, found "15".',
  ],
  [['--names.forget-after=1m'], 'Option --names.forget-after expects at least 2m, found "1m".'],
  [['--descriptors=-1'], 'Option --descriptors expects a whole number, found "-1".'],
  [
    ['--scrape-interval=0s'],
    'Option --scrape-interval expects a duration such as 15s, found "0s".',
  ],
  [
    ['--web.telemetry-path=metrics'],
    'Option --web.telemetry-path expects a path such as /metrics, found "metrics".',
  ],
  [
    ['--web.telemetry-path=/healthz'],
    'Option --web.telemetry-path expects a path such as /metrics, found "/healthz".',
  ],
])('%j is refused in one sentence', (args, message) => {
  expect(() => parseCommandLine(args, {})).toThrow(message);
});

test.each(Object.values(flags))('--help tells --$name and its default', (flag) => {
  const [, text] = new RegExp(`^  --${flag.name}\\[?=.*\\n(.*)$`, 'm').exec(helpText())!;
  const preset = flag.default === '' ? '' : ` Default: ${flag.default}`;
  expect(text).toBe(`      ${flag.help}${preset}`);
});

test.each([
  [['--help'], 'help'],
  [['-h'], 'help'],
  [['-version'], 'version'],
  [['-version=true'], 'version'],
  [['-debug', '-man'], 'man'],
])('%j asks for a text', (args, kind) => {
  expect(parseCommandLine(args, {})).toEqual({ kind });
});

test('the allocatable CPUs come from the downward API', () => {
  const variable = 'HOST_PROCESSES_ALLOCATABLE_MILLICPUS';
  expect(parseCommandLine([], { [variable]: '3500' })).toMatchObject({
    options: { allocatableCpus: 3.5 },
  });
  expect(() => parseCommandLine([], { [variable]: '3.5' })).toThrow(
    `${variable} expects thousandths of a CPU, such as 3500, found "3.5".`,
  );
});

test.each([
  ['--collector.context-switches', 'contextSwitches'],
  ['--collector.descriptors', 'descriptors'],
  ['--collector.io', 'io'],
  ['--collector.thread-stat', 'threadStat'],
  ['--collector.wchan', 'wchan'],
  ['-gather-smaps', 'smaps'],
])('%s switches on one tier', (flag, tier) => {
  const command = parseCommandLine([flag], {});
  if (command.kind !== 'run') throw new Error(`Expected to run, found ${command.kind}.`);
  const on = Object.entries(command.options.tiers).filter(([, wanted]) => wanted);
  expect(on).toEqual([[tier, true]]);
});
