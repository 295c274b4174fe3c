import { helpText, parseCommandLine } from './options';

const needed = [
  '--web.tls-cert-file=/c',
  '--web.tls-key-file=/k',
  '--files=/f',
  '--agent.namespace=host-processes',
];

test('defaults', () => {
  expect(parseCommandLine(needed)).toEqual({
    kind: 'run',
    options: {
      listenAddress: { host: undefined, port: 9443 },
      certFile: '/c',
      keyFile: '/k',
      files: '/f',
      agentNamespace: 'host-processes',
      scrapeIntervalMs: 15_000,
    },
  });
});

test('everything given', () => {
  const given = ['--web.listen-address=[::1]:1', '--agent.scrape-interval', '1m'];
  expect(parseCommandLine([...needed, ...given])).toMatchObject({
    options: { listenAddress: { host: '::1', port: 1 }, scrapeIntervalMs: 60_000 },
  });
});

test('--help and --version need nothing else; --help names every flag', () => {
  expect([parseCommandLine(['--help']), parseCommandLine(['--version'])]).toEqual([
    { kind: 'help' },
    { kind: 'version' },
  ]);
  for (const arg of [...needed, '--web.listen-address=', '--agent.scrape-interval=']) {
    expect(helpText()).toContain(`  ${arg.replace(/=.*/, '=')}`);
  }
});

test.each([
  [needed.slice(1), 'Option --web.tls-cert-file is missing; --help tells what it is.'],
  [needed.slice(0, 3), 'Option --agent.namespace is missing; --help tells what it is.'],
  [[...needed, '--nope=1'], "Unknown option '--nope'; --help lists all."],
  [
    [...needed, '--web.listen-address=9443'],
    'Option --web.listen-address expects [HOST]:PORT, for example :9443, found "9443".',
  ],
  [
    [...needed, '--agent.namespace=A/b'],
    'Option --agent.namespace expects the name of a namespace, found "A/b".',
  ],
  [
    [...needed, '--agent.scrape-interval=0s'],
    'Option --agent.scrape-interval expects a duration such as 15s, found "0s".',
  ],
])('%j is refused in one sentence', (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(
    expect.objectContaining({ name: 'SettingsError', message }) as Error,
  );
});
