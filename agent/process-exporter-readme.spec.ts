import { stringify } from 'yaml';
import { Grouper } from './grouping/grouper';
import { rulesFromNames } from './grouping/name-mapping';
import type { ProcessDetails } from './grouping/process-details';
import type { GroupRule } from './grouping/rules';
import { parseRulesFile } from './grouping/rules-file';
import { someProcess } from './grouping/some-process';
import type { ProcessReading } from './observation/observation';
import { type Options, parseCommandLine } from './options';
import { parseWebConfig } from './serving/web-config/parse-web-config';

// Every example of process-exporter's README (0.8.7), in its order: the command lines, the files, and the
// groups that come out. `integration-tests/side-by-side/` runs the program itself.

function optionsOf(...args: string[]): Options {
  const command = parseCommandLine(args, {});
  if (command.kind !== 'run') throw new Error(`${args.join(' ')} does not run the agent.`);
  return command.options;
}

/** A process: its comm and arguments, and more. */
type Given = readonly [comm: string, argv: readonly string[], more?: Partial<ProcessReading>];

const init = someProcess({ pid: 1, ppid: 0, comm: 'init', cmdline: ['/sbin/init'] });

/** The group of each process, each started by the one before it where that is said, else by init. */
function groupsOf(
  rules: readonly GroupRule[],
  processes: readonly Given[],
  { children = true, chain = false } = {},
): (string | undefined)[] {
  const byPid = new Map([[1, init]]);
  const grouper = new Grouper(rules, details, { children });
  const readings = processes.map(([comm, argv, more], i) =>
    someProcess({
      pid: 100 + i,
      ppid: chain && i > 0 ? 99 + i : 1,
      comm,
      cmdline: [...argv],
      ...more,
    }),
  );
  for (const one of readings) byPid.set(one.pid, one);
  return readings.map((one) =>
    grouper.groupOf(
      one,
      ({ ppid }) => byPid.get(ppid),
      () => 'service',
    ),
  );
}

const details: ProcessDetails = {
  username: () => 'core',
  startTime: () => ({ seconds: 1_600_000_000, hundredths: 0 }),
  cgroups: () => ['/docker/0123'],
  cmdline: () => undefined,
};

const rulesIn = (text: string) => parseRulesFile(text, 'filename.yml');

describe('Running', () => {
  test('process-exporter [options] -config.path filename.yml', () => {
    expect(optionsOf('-config.path', 'filename.yml').configPath).toBe('filename.yml');
  });

  test('docker run … --procfs /host/proc -config.path /config/filename.yml', () => {
    expect(
      optionsOf('--procfs', '/host/proc', '-config.path', '/config/filename.yml'),
    ).toMatchObject({ procfs: '/host/proc', configPath: '/config/filename.yml' });
  });

  test("the packages' --config.path /etc/process-exporter/all.yaml --web.listen-address=:9256", () => {
    expect(
      optionsOf('--config.path', '/etc/process-exporter/all.yaml', '--web.listen-address=:9256'),
    ).toMatchObject({
      configPath: '/etc/process-exporter/all.yaml',
      listenAddress: { host: undefined, port: 9256 },
    });
  });

  test.each([
    ['children', { children: true }, { children: false }],
    ['threads', { threads: true }, { threads: false }],
    ['recheck', { recheckForMs: 0 }, { recheckForMs: 0 }],
    ['remove-empty-groups', { removeEmptyGroups: false }, { removeEmptyGroups: false }],
  ])('-%s has its default, and -%s=false disables it', (option, byDefault, disabled) => {
    expect(optionsOf()).toMatchObject(byDefault);
    expect(optionsOf(`-${option}=false`)).toMatchObject(disabled);
  });

  test.each([
    [['-recheck'], { recheckForMs: Infinity }],
    [['-recheck-with-time-limit', '10s'], { recheckForMs: 10_000 }],
    [['-remove-empty-groups'], { removeEmptyGroups: true }],
  ])('%j enables it', (args, enabled) => {
    expect(optionsOf(...args)).toMatchObject(enabled);
  });
});

describe('Using a config file', () => {
  test('process_names: matcher1, matcher2, …, matcherN', () => {
    const matchers = Array.from({ length: 9 }, (_, i) => ({ comm: [`matcher${i + 1}`] }));
    const rules = rulesIn(stringify({ process_names: matchers }));
    expect(rules).toEqual(matchers);
    const processes = matchers.map(({ comm }): Given => [comm[0] ?? '', [`/bin/${comm[0]}`]]);
    expect(groupsOf(rules, processes)).toEqual(matchers.map(({ comm }) => comm[0]));
  });

  test('the default config shipped with the packages: everything that has arguments, by its comm', () => {
    const all = rulesIn(`process_names:
  - name: "{{.Comm}}"
    cmdline:
    - '.+'
`);
    expect(
      groupsOf(all, [
        ['chronyd', ['/usr/sbin/chronyd', '-u']],
        ['nginx', ['nginx: worker process', '']],
        ['kthreadd', [], { kernelThread: true, ppid: 0 }],
      ]),
    ).toEqual(['chronyd', 'nginx', undefined]);
  });

  test('a process belongs to one group only: the first item listed wins', () => {
    const rules = rulesIn(`process_names:
  - name: first
    comm: [bash]
  - name: second
    comm: [bash, sh]
`);
    expect(
      groupsOf(rules, [
        ['bash', ['/bin/bash']],
        ['sh', ['/bin/sh']],
      ]),
    ).toEqual(['first', 'second']);
  });

  test('without -children=false, what has no group is in that of the first ancestor with one', () => {
    const rules = rulesIn('process_names: [{comm: [sshd]}, {comm: [vi]}]');
    const tree: Given[] = [
      ['sshd', ['/usr/sbin/sshd']],
      ['bash', ['-bash']],
      ['vi', ['vi']],
      ['ls', ['ls']],
    ];
    expect(groupsOf(rules, tree, { chain: true })).toEqual(['sshd', 'sshd', 'vi', 'vi']);
    const { children } = optionsOf('-children=false');
    expect(groupsOf(rules, tree, { chain: true, children })).toEqual([
      'sshd',
      undefined,
      'vi',
      undefined,
    ]);
  });
});

describe('group name', () => {
  const prometheus: Given = ['prometheus', ['/usr/local/bin/prometheus', '-config.file=a.yml']];

  test.each([
    [undefined, 'prometheus'],
    ['{{.Comm}}', 'prometheus'],
    ['{{.ExeBase}}', 'prometheus'],
    ['{{.ExeFull}}', '/usr/local/bin/prometheus'],
    ['{{.Username}}', 'core'],
    ['{{.Matches}}', 'map[:-config.file=a.yml File:a.yml]'],
    ['{{.Matches.File}}', 'a.yml'],
    ['{{.PID}}', '100'],
    ['{{.StartTime}}', '2020-09-13 12:26:40 +0000 UTC'],
    ['{{.Cgroups}}', '[/docker/0123]'],
  ])('name: %s', (name, groupname) => {
    const item = { name, cmdline: ['-config.file=(?P<File>\\S+)'] };
    const rules = rulesIn(stringify({ process_names: [item] }));
    expect(groupsOf(rules, [prometheus])).toEqual([groupname]);
  });
});

describe('process selectors', () => {
  test('comm, exe and cmdline', () => {
    const rules = rulesIn(`

process_names:
  # comm is the second field of /proc/<pid>/stat minus parens.
  # It is the base executable name, truncated at 15 chars.
  # It cannot be modified by the program, unlike exe.
  - comm:
    - bash

  # exe is argv[0]. If no slashes, only basename of argv[0] need match.
  # If exe contains slashes, argv[0] must match exactly.
  - exe:
    - postgres
    - /usr/local/bin/prometheus

  # cmdline is a list of regexps applied to argv.
  # Each must match, and any captures are added to the .Matches map.
  - name: "{{.ExeFull}}:{{.Matches.Cfgfile}}"
    exe:
    - /usr/local/bin/process-exporter
    cmdline:
    - -config.path\\s+(?P<Cfgfile>\\S+)

`);
    const exporter = '/usr/local/bin/process-exporter';
    expect(
      groupsOf(rules, [
        ['bash', ['-bash']],
        ['postgres', ['/usr/lib/postgresql/bin/postgres', '-D', '/data']],
        ['prometheus', ['/usr/local/bin/prometheus']],
        ['prometheus', ['/opt/prometheus']],
        ['process-exporte', [exporter, '-config.path', '/etc/pe.yml', '-threads=false']],
        ['process-exporte', [exporter, '-procnames', 'bash']],
        ['process-exporte', ['process-exporter', '-config.path', '/etc/pe.yml']],
      ]),
    ).toEqual([
      '-bash',
      'postgres',
      'prometheus',
      undefined,
      '/usr/local/bin/process-exporter:/etc/pe.yml',
      undefined,
      undefined,
    ]);
  });

  test('the home machine', () => {
    const rules = rulesIn(`

process_names:
  - comm:
    - chromium-browse
    - bash
    - prometheus
    - gvim
  - exe:
    - /sbin/upstart
    cmdline:
    - --user
    name: upstart:-user

`);
    expect(
      groupsOf(rules, [
        ['chromium-browse', ['/usr/lib/chromium-browser', '--type=x']],
        ['gvim', ['/usr/bin/gvim', 'x']],
        ['upstart', ['/sbin/upstart', '--user']],
        ['upstart', ['/sbin/upstart', '--system']],
      ]),
    ).toEqual(['chromium-browser', 'gvim', 'upstart:-user', undefined]);
  });
});

describe('-procnames and -namemapping', () => {
  const rulesOf = (...args: string[]) => {
    const { procNames, nameMapping } = optionsOf(...args);
    return rulesFromNames(procNames, nameMapping);
  };

  test('every name in the list is a group, and other processes are ignored', () => {
    expect(
      groupsOf(rulesOf('-procnames', 'bash,chromium-browse'), [
        ['bash', ['/bin/bash']],
        ['chromium-browse', ['/usr/lib/chromium-browser/chromium-browser']],
        ['sshd', ['/usr/sbin/sshd']],
      ]),
    ).toEqual(['bash', 'chromium-browse', undefined]);
  });

  test('each python2 and java -jar has metrics of its own', () => {
    // That a mapped name must be in -procnames, too, is in the README and not in the program.
    const rules = rulesOf('-namemapping', 'python2,([^/]+)\\.py,java,-jar\\s+([^/]+).jar');
    expect(
      groupsOf(rules, [
        ['python2', ['python2', '/opt/backup.py']],
        ['python2', ['python2', '/opt/report.py', '-v']],
        ['java', ['java', '-jar', 'app.jar']],
        ['java', ['java', '-version']],
        ['bash', ['bash']],
      ]),
    ).toEqual(['python2:backup', 'python2:report', 'java:app', undefined, undefined]);
  });

  test('a workstation: what the session starts is its, but what is named', () => {
    const rules = rulesOf(
      '-namemapping',
      'upstart,(--user)',
      '-procnames',
      'chromium-browse,bash,gvim,prometheus,process-exporter,upstart:-user',
    );
    // The README calls the group upstart:-user; the program keeps both dashes that were captured.
    expect(
      groupsOf(
        rules,
        [
          ['upstart', ['/sbin/upstart', '--user']],
          ['compiz', ['compiz']],
          ['gvim', ['/usr/bin/vim', 'x']],
          ['dictd', ['dictd']],
        ],
        { chain: true },
      ),
    ).toEqual(['upstart:--user', 'upstart:--user', 'gvim', 'gvim']);
    expect(groupsOf(rules, [['upstart', ['/sbin/upstart', '--system']]])).toEqual([undefined]);
  });
});

test('Exposing metrics through HTTPS: ./process-exporter -web.config.file web-config.yml', () => {
  expect(optionsOf('-web.config.file', 'web-config.yml').web).toEqual({
    kind: 'config-file',
    configFile: 'web-config.yml',
  });
  const text = `# Minimal TLS configuration example. Additionally, a certificate and a key file
# are needed.
tls_server_config:
  cert_file: server.crt
  key_file: server.key
`;
  expect(parseWebConfig(text, 'web-config.yml').tls).toMatchObject({
    cert: { kind: 'file', path: 'server.crt' },
    key: { kind: 'file', path: 'server.key' },
    clientAuthType: 'NoClientCert',
  });
});
