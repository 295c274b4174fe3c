import { helpText, parseCommandLine } from './options';

test('defaults', () => {
  expect(parseCommandLine([], {})).toEqual({
    kind: 'run',
    options: {
      listenAddress: { host: undefined, port: 9256 },
      telemetryPath: '/metrics',
      web: { kind: 'flags', tls: undefined, bearerTokenFile: undefined },
      procfs: '/proc',
      cgroupRoot: undefined,
      scrapeIntervalMs: 15_000,
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
  [['--names.max-groups=0'], { maxGroups: Infinity }],
  [['--names.forget-after=1h'], { forgetAfterMs: 3_600_000 }],
  [['--reserved-cpus=4'], { reservedCpus: 4 }],
  [['--reserved-cpus=0-1,28-29'], { reservedCpus: 4 }],
])('%j', (args, expected) => {
  expect(parseCommandLine(args, {})).toMatchObject({ kind: 'run', options: expected });
});

test.each([
  [['--nope'], 'There is no option --nope; --help lists them all.'],
  [['extra'], 'Expected an option, found "extra".'],
  [['--procfs'], 'Option --procfs needs a value.'],
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

test('--help names every option and its default', () => {
  for (const part of ['--web.listen-address=', ':9256', '--procfs=', '--cgroup-root=', '15s']) {
    expect(helpText()).toContain(part);
  }
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
