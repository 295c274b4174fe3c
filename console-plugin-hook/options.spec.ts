import { helpText, parseCommandLine } from './options';

const inPod = { KUBERNETES_SERVICE_HOST: '172.30.0.1', KUBERNETES_SERVICE_PORT: '443' };

test('defaults of a pod', () => {
  expect(parseCommandLine(['add', 'us'], inPod)).toEqual({
    kind: 'change',
    change: 'add',
    plugin: 'us',
    api: {
      url: 'https://172.30.0.1:443',
      serviceAccount: '/var/run/secrets/kubernetes.io/serviceaccount',
    },
    attempts: 10,
  });
});

test('an address of IPv6, and everything given', () => {
  const { api } = parseCommandLine(['remove', 'us'], {
    ...inPod,
    KUBERNETES_SERVICE_HOST: 'fd00::1',
  }) as { api: { url: string } };
  expect(api.url).toBe('https://[fd00::1]:443');
  const given = ['--api-server=https://a', '--service-account=/b', '--attempts=3'];
  expect(parseCommandLine(['remove', 'us', ...given], {})).toMatchObject({
    change: 'remove',
    api: { url: 'https://a', serviceAccount: '/b' },
    attempts: 3,
  });
  for (const flag of given) expect(helpText).toContain(flag.replace(/=.*/, '='));
});

test('--help and --version need nothing else', () => {
  expect(parseCommandLine(['--help'], {})).toEqual({ kind: 'help' });
  expect(parseCommandLine(['--version'], {})).toEqual({ kind: 'version' });
});

test.each([
  [[], 'Expected add or remove, found none; --help tells more.'],
  [['enable', 'us'], 'Expected add or remove, found "enable"; --help tells more.'],
  [['add'], 'Expected the name of one plugin, found none.'],
  [['add', 'us', 'them'], 'Expected the name of one plugin, found "us", "them".'],
  [['add', 'us', '--attempts=0'], 'Option --attempts expects a number from 1, found 0.'],
  [['add', 'us', '--nope'], "Unknown option '--nope'; --help lists all."],
  [['add', 'us'], 'Option --api-server is missing, and this is no pod of a cluster.'],
])('%j is refused in one sentence', (args, message) => {
  expect(() => parseCommandLine(args, {})).toThrow(
    expect.objectContaining({ name: 'SettingsError', message }) as Error,
  );
});
