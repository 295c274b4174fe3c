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

test.each([
  ['bash', '', 'bash', ['/bin/bash'], 'bash'],
  ['bash', '', 'sshd', ['sshd'], undefined],
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
