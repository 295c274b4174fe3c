import { match } from '../rules';
import { parseRulesFile } from '../rules-file';
import { someCandidate, someCgroup } from '../some-process';
import type { ProcessReading } from '../../observation/observation';
import { selectorKeys } from '.';

type Case = readonly [selectors: string, process: Partial<ProcessReading>, holds: boolean];

const bash = { comm: 'bash', cmdline: ['/bin/bash', '-l', ''] };
const ksoftirqd = { comm: 'ksoftirqd/0', cmdline: [], kernelThread: true };
const retitled = { comm: 'nginx', cmdline: ['nginx: worker process', '', '', ''] };
const crio = { cgroup: someCgroup('/system.slice/crio.service') };

const cases: Readonly<Record<string, readonly Case[]>> = {
  comm: [
    ['comm: [bash]', bash, true],
    ['comm: [sh, bash]', bash, true],
    ['comm: [bas]', bash, false],
    ['comm: [Bash]', bash, false],
    ['comm: ["ksoftirqd/0"]', ksoftirqd, true],
    ['comm: []', bash, false],
    ['comm: [007]', { comm: '007' }, true],
    ['comm: [yes]', { comm: 'yes' }, true],
  ],
  exe: [
    ['exe: [bash]', bash, true],
    ['exe: [/bin/bash]', bash, true],
    ['exe: [/usr/bin/bash]', bash, false],
    ['exe: [./bash]', bash, false],
    ['exe: [sh, /bin/bash]', bash, true],
    // process-exporter only sees the last path of each base name.
    ['exe: [/bin/bash, /usr/bin/bash]', bash, true],
    ['exe: ["ksoftirqd/0"]', ksoftirqd, false],
    ['exe: [bash]', { comm: 'bash', cmdline: ['-bash'] }, false],
    ['exe: []', bash, false],
  ],
  cmdline: [
    ["cmdline: ['-l$']", bash, true],
    ["cmdline: ['^/bin/bash -l$']", bash, true],
    ["cmdline: ['bash', '-l']", bash, true],
    ["cmdline: ['bash', '-x']", bash, false],
    ["cmdline: ['.+']", ksoftirqd, false],
    ["cmdline: ['.*']", ksoftirqd, true],
    ["cmdline: ['^nginx: worker process$']", retitled, true],
    ["cmdline: ['(?i)NGINX']", retitled, true],
    ['cmdline: ["\\\\bworker\\\\b"]', retitled, true],
    ['cmdline: []', bash, true],
  ],
  ppid: [
    ['ppid: 1', { ppid: 1 }, true],
    ['ppid: 1', { ppid: 2 }, false],
    ['ppid: 0', { ppid: 0 }, true],
  ],
  cgroup: [
    ['cgroup: ^/system\\.slice/', crio, true],
    ["cgroup: ['^/system\\.slice/', 'crio']", crio, true],
    ["cgroup: ['^/system\\.slice/', 'kubelet']", crio, false],
    ['cgroup: ^/$', { cgroup: someCgroup('') }, true],
    ['cgroup: ^/user\\.slice', crio, false],
  ],
};

test('every selector has its table', () => {
  expect(Object.keys(cases).sort()).toEqual([...selectorKeys].sort());
});

test.each([
  ...Object.values(cases).flat(),
  ['{ comm: [bash], exe: [bash], cmdline: ["-l"], ppid: 1, cgroup: ^/$ }', bash, true],
  ['{ comm: [bash], ppid: 2 }', bash, false],
  ['{ exe: [bash], cmdline: ["-x"] }', bash, false],
] as Case[])('%s on %j: %s', (selectors, process, holds) => {
  const [rule] = parseRulesFile(`process_names:\n  - ${selectors}\n`, 'rules.yml');
  expect(match(rule!, someCandidate(process)) !== undefined).toBe(holds);
});

test.each([
  [
    "cmdline: ['-c (?P<file>\\S+)']",
    { cmdline: ['a', '-c', 'x.conf'] },
    { '': '-c x.conf', file: 'x.conf' },
  ],
  ["cmdline: ['(?P<a>x)|(?P<b>y)']", { cmdline: ['y'] }, { '': 'y', a: '', b: 'y' }],
  ["cmdline: ['(?P<a>x)', '(?P<a>y)']", { cmdline: ['x', 'y'] }, { '': 'y', a: 'y' }],
  ["cmdline: ['b(.)']", { cmdline: ['abc'] }, { '': 'c' }],
  ['cgroup: /(?P<unit>[^/]+)\\.service', crio, { '': '/crio.service', unit: 'crio' }],
] as const)('%s on %j captures %j', (selectors, process, captures) => {
  const [rule] = parseRulesFile(`process_names:\n  - ${selectors}\n`, 'rules.yml');
  expect(Object.fromEntries(match(rule!, someCandidate(process))!)).toEqual(captures);
});
