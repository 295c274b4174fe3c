import type { ProcessReading } from '../observation/observation';
import { NameTemplate } from './name-template';
import { someCandidate } from './some-process';
import { NameTemplateError } from './template-syntax';
import { variables } from './template-variables';

const prometheus: Partial<ProcessReading> = {
  pid: 23,
  comm: 'prometheus',
  cmdline: ['/usr/local/bin/prometheus', '--config.file=a.yml'],
};
const details = {
  username: () => 'nobody',
  startTime: () => ({ seconds: 1_600_000_000, hundredths: 50 }),
  cgroups: () => ['/a', '/b/c'],
};
const captures = new Map([
  ['', '--config.file=a.yml'],
  ['file', 'a.yml'],
  ['Dir', ''],
]);

function name(template: string, given: Partial<ProcessReading> = prometheus, known = details) {
  return new NameTemplate(template).render(someCandidate(given, known), new Map(captures));
}

const expected: Readonly<Record<keyof typeof variables, string>> = {
  Comm: 'prometheus',
  ExeBase: 'prometheus',
  ExeFull: '/usr/local/bin/prometheus',
  Username: 'nobody',
  PID: '23',
  StartTime: '2020-09-13 12:26:40.5 +0000 UTC',
  Cgroups: '[/a /b/c]',
  Matches: 'map[:--config.file=a.yml Dir: file:a.yml]',
};

test.each(Object.entries(expected))('{{.%s}} is %s', (variable, text) => {
  expect(name(`{{.${variable}}}`)).toBe(text);
});

test('every variable has its row', () => {
  expect(Object.keys(expected).sort()).toEqual(Object.keys(variables).sort());
});

test.each([
  ['plain', 'plain'],
  ['', ''],
  ['{{ .Comm }}:{{.PID}}!', 'prometheus:23!'],
  ['{{.Matches.file}}', 'a.yml'],
  ['{{ .Matches.Dir }}', ''],
  ['{{.Matches.nothing}}', '<no value>'],
  ['{{index .Matches "file"}}', 'a.yml'],
  ['{{index .Matches `file`}}', 'a.yml'],
  ['{{index .Matches "nothing"}}', ''],
  ['{{index .Matches "\\u0066ile"}}', 'a.yml'],
  ['{{index .Cgroups 0}}|{{index .Cgroups 1}}', '/a|/b/c'],
  ['a{{index .Cgroups 2}}b', 'a'],
  ['a  {{- .PID -}}  b', 'a23b'],
  ['a  {{- /* why */ -}}  b{{/* }} */}}c', 'abc'],
  ['{{ "}}" }}{{`{{`}}', '}}{{'],
  ['a } }} {b', 'a } }} {b'],
])('%j is %j', (template, text) => {
  expect(name(template)).toBe(text);
});

test.each([
  [{ seconds: 0, hundredths: 0 }, '1970-01-01 00:00:00 +0000 UTC'],
  [{ seconds: 1, hundredths: 5 }, '1970-01-01 00:00:01.05 +0000 UTC'],
  [{ seconds: 59, hundredths: 99 }, '1970-01-01 00:00:59.99 +0000 UTC'],
])('%j is printed as Go does', (startTime, text) => {
  expect(name('{{.StartTime}}', {}, { ...details, startTime: () => startTime })).toBe(text);
});

test.each([
  ['{{.Exebase}}', '{{.Exebase}}: there is no .Exebase, there are .Comm .ExeBase'],
  ['{{.Comm', '{{.Comm: it is not closed'],
  ['{{.Comm.x}}', '{{.Comm.x}}: only .Matches has parts, such as .Matches.x'],
  ['{{.Matches.a.b}}', '{{.Matches.a.b}}: only .Matches has parts'],
  ['{{}}', '{{}}: known are variables'],
  ['{{.}}', '{{.}}: known are variables'],
  ['a{{if .Comm}}x{{end}}', '{{if .Comm}}: known are variables'],
  ['{{.Comm | printf "%s"}}', 'known are variables'],
  ['{{printf "%s" .Comm}}', '{{printf "%s" .Comm}}: known are variables'],
  ['{{index .Cgroups "0"}}', '{{index .Cgroups "0"}}: known are variables'],
  ['{{index .Matches 0}}', '{{index .Matches 0}}: known are variables'],
  ['{{index .Comm 0}}', '{{index .Comm 0}}: known are variables'],
  ['{{/* x }}', '{{/* x }}: a comment ends with */ right before }}'],
  ['{{"\\x41"}}', 'escapes that are known are'],
  ['{{.constructor}}', 'there is no .constructor'],
  ['{{"a}}', '{{"a}}: known are variables'],
])('%j is refused: %s', (template, message) => {
  expect(() => new NameTemplate(template)).toThrow(NameTemplateError);
  expect(() => new NameTemplate(template)).toThrow(message);
});

test('what cannot be read makes no name', () => {
  const nothing = { username: () => undefined };
  const template = new NameTemplate('a{{.Username}}');
  expect(template.render(someCandidate(prometheus, nothing), new Map())).toBeUndefined();
});

test('kernel threads, and processes without a first argument, are named by their comm', () => {
  for (const cmdline of [[], [''], ['', '', '']]) {
    expect(name('{{.ExeBase}} {{.ExeFull}}', { comm: 'kworker/0:1', cmdline })).toBe(
      'kworker/0:1 kworker/0:1',
    );
  }
});
