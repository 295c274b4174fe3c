import { helpText, parseCommandLine } from './options';

const agent = [
  '--agent.url=https://agent:9256',
  '--agent.ca-file=/ca',
  '--agent.token-file=/token',
];
const plugin = ['--plugin.url=https://plugin:9443', '--plugin.ca-file=/ca', '--plugin.name=us'];

test('both, or one of them', () => {
  expect(parseCommandLine([...agent, ...plugin, '--attempts=2'])).toEqual({
    kind: 'test',
    options: {
      agent: { url: new URL('https://agent:9256'), caFile: '/ca', tokenFile: '/token' },
      plugin: { url: new URL('https://plugin:9443'), caFile: '/ca', name: 'us' },
      attempts: 2,
    },
  });
  expect(parseCommandLine(agent)).toMatchObject({ options: { plugin: undefined, attempts: 30 } });
  expect(parseCommandLine(plugin)).toMatchObject({ options: { agent: undefined } });
});

test('--help and --version need nothing else; --help names every flag', () => {
  expect([parseCommandLine(['--help']), parseCommandLine(['--version'])]).toEqual([
    { kind: 'help' },
    { kind: 'version' },
  ]);
  for (const flag of [...agent, ...plugin, '--attempts=']) {
    expect(helpText).toContain(`  ${flag.replace(/=.*/, '=')}`);
  }
});

test.each([
  [[], 'Nothing to test: --agent.url and --plugin.url are missing.'],
  [agent.slice(0, 2), 'Option --agent.token-file is missing; --help tells what it is.'],
  [
    ['--plugin.url=http://plugin:1', ...plugin.slice(1)],
    'Option --plugin.url expects https://HOST:PORT, found "http://plugin:1".',
  ],
  [[...agent, '--attempts=none'], 'Option --attempts expects a number from 1, found "none".'],
  [['--nope=1'], "Unknown option '--nope'; --help lists all."],
])('%j is refused in one sentence', (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(
    expect.objectContaining({ name: 'SettingsError', message }) as Error,
  );
});
