import { ComplaintsError } from '../configuration/complaint';
import { match, nameBy, builtInRules, nameAlike } from './rules';
import { parseRulesFile } from './rules-file';
import { someCandidate } from './some-process';

const parse = (text: string) => parseRulesFile(text, 'rules.yml');

/** The name by the first rule that holds. */
function nameOf(text: string, comm: string, ...cmdline: string[]): string | undefined {
  const candidate = someCandidate({ comm, cmdline });
  for (const rule of parse(text)) {
    const captures = match(rule, candidate);
    if (captures) return nameBy(rule, candidate, captures);
  }
  return undefined;
}

function complaintsOf(text: string): string[] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof ComplaintsError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test("a path out of the arguments, as process-exporter's own tests have it", () => {
  const text = `
process_names:
  - exe:
    - postmaster
    cmdline:
    - "-D\\\\s+.+?(?P<Path>[^/]+)(?:$|\\\\s)"
    name: "{{.ExeBase}}:{{.Matches.Path}}"
`;
  expect(nameOf(text, 'postmaster', '/usr/bin/postmaster', '-D', '/data/pg')).toBe('postmaster:pg');
});

describe('the built-in rules', () => {
  test.each([
    'process_names:\n  - comm: [systemd]\n    cmdline: [--system]\n  - ppid: 1\n',
    '{"process_names": [{"cmdline": ["--system", "--system"], "comm": ["systemd"]}, {"ppid": 1}]}',
    'process_names:\n- {comm: [systemd], cmdline: [--system], name: "{{ .ExeBase }}"}\n- {ppid: 1, name: }\n',
    'process_names:\n- {comm: [systemd], cmdline: [--system], threads: false}\n- {ppid: 1, exe: ~}\n',
  ])('are what %j says', (text) => {
    expect(nameAlike(parse(text), builtInRules)).toBe(true);
  });

  test.each([
    'process_names:\n  - ppid: 1\n  - comm: [systemd]\n    cmdline: [--system]\n',
    'process_names:\n  - comm: [systemd]\n    cmdline: [--system]\n  - ppid: 2\n',
    'process_names:\n  - comm: [systemd]\n    cmdline: [--system]\n  - {ppid: 1, name: "{{.Comm}}"}\n',
    'process_names:\n  - comm: [systemd]\n  - ppid: 1\n',
    'process_names: []\n',
  ])('are not what %j says', (text) => {
    expect(nameAlike(parse(text), builtInRules)).toBe(false);
  });
});

test('anchors, aliases and merged keys are taken as YAML has them', () => {
  const text = `
process_names:
  - &base
    name: &name "{{.Comm}}!"
    comm: &shells [bash]
  - <<: *base
    comm: [sh]
  - <<: [{ppid: 7}, *base]
    name: *name
  - exe: *shells
`;
  expect(parse(text).map(({ comm, ppid, exe, name }) => [comm, ppid, exe, name?.source])).toEqual([
    [['bash'], undefined, undefined, '{{.Comm}}!'],
    [['sh'], undefined, undefined, '{{.Comm}}!'],
    [['bash'], 7, undefined, '{{.Comm}}!'],
    [undefined, undefined, ['bash'], undefined],
  ]);
});

test('every complaint comes at once, with its line, column and key', () => {
  const text = `process_names:
  - name: "{{.Exe}}"
    comm: bash
    cmdline:
      - ok
      - '(?=x)'
      -
    thread: false
  - ppid: -1
  - ppid: "1"
    threads: maybe
  - {}
  - text
  - comm: [{a: b}, [c]]
    comm: [d]
  - cgroup: '('
  - exe: *nothing
  - ? [a]
    : b
    ppid: 1
  - <<: 3
    ppid: 1
other: 1
`;
  expect(complaintsOf(text)).toEqual([
    "rules.yml:2:11: process_names[0].name: expects a name made of process-exporter's variables: {{.Exe}}: there is no .Exe, there are .Comm .ExeBase .ExeFull .Username .PID .StartTime .Cgroups .Matches.",
    'rules.yml:3:11: process_names[0].comm: expects a list, found "bash".',
    'rules.yml:6:9: process_names[0].cmdline[1]: expects a regular expression as Go has them: error parsing regexp: invalid or unsupported Perl syntax: `(?=`.',
    'rules.yml:7:8: process_names[0].cmdline[2]: expects a text, found nothing.',
    'rules.yml:8:5: process_names[0].thread: is not known here, only name, comm, exe, ppid, cmdline, cgroup, threads are.',
    'rules.yml:9:11: process_names[1].ppid: expects a whole number of 0 or more, found "-1".',
    'rules.yml:10:11: process_names[2].ppid: expects a whole number of 0 or more, found "1".',
    'rules.yml:11:14: process_names[2].threads: expects true or false, found "maybe".',
    'rules.yml:12:5: process_names[3]: expects one of comm, exe, ppid, cmdline, cgroup.',
    'rules.yml:13:5: process_names[4]: expects a mapping of keys to values, found "text".',
    'rules.yml:14:12: process_names[5].comm[0]: expects a text, found a mapping.',
    'rules.yml:14:20: process_names[5].comm[1]: expects a text, found a list.',
    'rules.yml:15:5: process_names[5].comm: is given twice.',
    'rules.yml:16:13: process_names[6].cgroup: expects a regular expression as Go has them: error parsing regexp: missing closing ): `(`.',
    'rules.yml:17:10: process_names[7].exe: expects a list, found *nothing, which stands for nothing.',
    'rules.yml:18:7: process_names[8].?: expects a text as key.',
    'rules.yml:21:9: process_names[9].<<: expects a mapping to merge, found "3".',
    'rules.yml:23:1: other: is not known here, only process_names is.',
  ]);
});

test.each([
  ['', 'rules.yml:1:1: expects a mapping of keys to values, found nothing'],
  ['# nothing\n', 'rules.yml:1:1: expects a mapping of keys to values, found nothing'],
  ['[]', 'rules.yml:1:1: expects a mapping of keys to values, found a list'],
  ['{}', 'rules.yml:1:1: expects the key process_names with a list of rules'],
  ['process_names:\n', 'rules.yml:1:1: expects the key process_names with a list of rules'],
  ['process_names: [', 'is not YAML that can be read here'],
  ['process_names: !x []', 'is not YAML that can be read here: Unresolved tag'],
  ['process_names: []\n---\nprocess_names: []\n', 'is not YAML that can be read here'],
  ['\tprocess_names: []', 'is not YAML that can be read here'],
  [`${'x'.repeat(1024 * 1024)}x`, 'expects at most 1048576 characters, found 1048577'],
  ['['.repeat(200_000), 'rules.yml:'],
])('%# is refused', (text, message) => {
  expect(complaintsOf(text)[0]).toContain(message);
});

test('a long list of complaints is cut', () => {
  const lines = complaintsOf(`process_names:\n${'  - x\n'.repeat(150)}`);
  expect(lines).toHaveLength(101);
  expect(lines.at(-1)).toBe('rules.yml: and 50 more complaints.');
});

test('a rule without a name whose list holds nothing selects as process-exporter does', () => {
  expect(parse('process_names: [{comm: [], exe: }]')).toEqual([{ comm: [] }]);
});
