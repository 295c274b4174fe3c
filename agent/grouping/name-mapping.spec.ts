import { rulesFromNames } from './name-mapping';
import { match, nameBy } from './rules';
import { someCandidate } from './some-process';

function nameOf(names: string, mapping: string, comm: string, ...cmdline: string[]) {
  const candidate = someCandidate({ comm, cmdline });
  for (const rule of rulesFromNames(names, mapping)) {
    const captures = match(rule, candidate);
    if (captures) return nameBy(rule, candidate, captures);
  }
  return undefined;
}

const languages = 'python2,([^/]+)\\.py,java,-jar\\s+([^/]+).jar';
const home = 'chromium-browse,bash,gvim,prometheus,process-exporter,upstart:-user';

// The examples in process-exporter's README.
test.each([
  ['', languages, 'python2', ['python2', '/opt/backup.py'], 'python2:backup'],
  ['', languages, 'java', ['java', '-jar', 'app.jar'], 'java:app'],
  ['', languages, 'java', ['java', '-version'], undefined],
  ['', languages, 'bash', ['bash'], undefined],
  [home, 'upstart,(--user)', 'upstart', ['/sbin/upstart', '--user'], 'upstart:--user'],
  [home, 'upstart,(--user)', 'upstart', ['/sbin/upstart', '--system'], undefined],
  [home, 'upstart,(--user)', 'gvim', ['/usr/bin/vim', 'x'], 'gvim'],
  [home, '', 'chromium-browse', ['/usr/lib/chromium'], 'chromium-browse'],
  [home, '', 'sshd', ['sshd'], undefined],
  ['a', 'a,(x)', 'a', ['y'], undefined],
  ['', 'a,(x)?(y)?', 'a', ['y'], 'a:y'],
  ['', 'a,x', 'a', ['x'], undefined],
  ['', 'a,(x),a,(y)', 'a', ['xy'], 'a:y'],
  ['"{{.Comm}}"', '', '"{{.Comm}}"', [], '"{{.Comm}}"'],
  [',a,,', '', '', [], undefined],
] as const)(
  '-procnames %j -namemapping %j: %s %j is in group %s',
  (names, mapping, comm, cmdline, groupname) => {
    expect(nameOf(names, mapping, comm, ...cmdline)).toBe(groupname);
  },
);

test.each([
  ['a', 'pairs of a name and a regular expression, found 1 words.'],
  ['a,(x),b', 'pairs of a name and a regular expression, found 3 words.'],
  ['a,', 'no empty words, found one in pair 1.'],
  ['a,(', 'regular expressions as Go has them: error parsing regexp: missing closing ): `(`.'],
])('-namemapping %j is refused in one sentence', (mapping, expected) => {
  expect(() => rulesFromNames('', mapping)).toThrow(`Option --namemapping expects ${expected}`);
});
