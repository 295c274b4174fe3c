import type { CpuClass } from '../../metrics/hostproc';
import type { ProcessReading } from '../observation/observation';
import { Grouper, type GrouperOptions } from './grouper';
import { builtInRules } from './rules';
import { parseRulesFile } from './rules-file';
import { someCgroup, someProcess } from './some-process';

function machine(...processes: Partial<ProcessReading>[]) {
  const byPid = new Map<number, ProcessReading>();
  for (const process of processes) {
    byPid.set(process.pid!, { comm: '?', cmdline: [], execs: 0, ...process } as ProcessReading);
  }
  const grouper = new Grouper(builtInRules);
  const classes = new Map<number, CpuClass>();
  return {
    byPid,
    classes,
    groupOf: (pid: number) =>
      grouper.groupOf(
        byPid.get(pid)!,
        ({ ppid }) => byPid.get(ppid),
        (process) => classes.get(process.pid) ?? 'service',
      ),
  };
}

const systemd = {
  pid: 1,
  ppid: 0,
  comm: 'systemd',
  cmdline: ['/usr/lib/systemd/systemd', '--system'],
};

test("the prototype's rules: systemd, then what PID 1 started, then the ancestor's group", () => {
  const { groupOf } = machine(
    systemd,
    { pid: 700, ppid: 1, comm: 'kubelet', cmdline: ['/usr/bin/kubelet', '--v=2'] },
    { pid: 701, ppid: 700, comm: 'mount.nfs', cmdline: ['mount.nfs'] },
    { pid: 702, ppid: 701, comm: 'sh', cmdline: ['sh'] },
  );
  expect([1, 700, 701, 702].map(groupOf)).toEqual(['systemd', 'kubelet', 'kubelet', 'kubelet']);
});

test('kernel threads have no group unless a rule names them', () => {
  const { groupOf } = machine(
    { pid: 2, ppid: 0, comm: 'kthreadd' },
    { pid: 12, ppid: 2, comm: 'ksoftirqd/0' },
  );
  expect([2, 12].map(groupOf)).toEqual([undefined, undefined]);
});

test('pods, their runtime and the agent are group conmon, whoever started them', () => {
  const { groupOf, classes } = machine(
    systemd,
    { pid: 800, ppid: 1, comm: 'crio', cmdline: ['/usr/bin/crio'] },
    { pid: 801, ppid: 800, comm: 'conmon' },
    { pid: 802, ppid: 801, comm: 'etcd' },
    { pid: 803, ppid: 1, comm: 'node' },
  );
  classes.set(801, 'runtime').set(802, 'pod').set(803, 'agent');
  expect([801, 802, 803].map(groupOf)).toEqual(['conmon', 'conmon', 'conmon']);
});

test('containers of the host are host: neither they nor their monitor are group conmon', () => {
  const { groupOf, classes } = machine(
    systemd,
    { pid: 850, ppid: 1, comm: 'conmon', cmdline: ['/usr/bin/conmon', '--api-version'] },
    { pid: 851, ppid: 850, comm: 'sh', cmdline: ['/bin/sh', '/nodeip.sh'] },
    { pid: 852, ppid: 851, comm: 'ip', cmdline: ['ip', 'route'] },
  );
  for (const pid of [850, 851, 852]) classes.set(pid, 'host-container');
  expect([850, 851, 852].map(groupOf)).toEqual(['libpod-conmon', 'sh', 'sh']);
});

test('an exec renames a process, and not the children that it had before', () => {
  const { groupOf, byPid } = machine(
    systemd,
    { pid: 900, ppid: 1, comm: 'sh', cmdline: ['/bin/sh'] },
    { pid: 901, ppid: 900, comm: 'sleep', cmdline: ['sleep'] },
  );
  expect([900, 901].map(groupOf)).toEqual(['sh', 'sh']);
  Object.assign(byPid.get(900)!, { comm: 'chronyd', cmdline: ['/usr/sbin/chronyd'], execs: 1 });
  expect([900, 901].map(groupOf)).toEqual(['chronyd', 'sh']);
});

test('a process that moves into a pod joins its group', () => {
  const { groupOf, classes } = machine(systemd, { pid: 800, ppid: 1, cmdline: ['/usr/bin/crun'] });
  expect(groupOf(800)).toBe('crun');
  classes.set(800, 'pod');
  expect(groupOf(800)).toBe('conmon');
});

test('a cycle of parents, left by reused pids, ends', () => {
  const { groupOf } = machine({ pid: 10, ppid: 11 }, { pid: 11, ppid: 10 });
  expect(groupOf(10)).toBeUndefined();
});

test('without arguments the comm names the group', () => {
  const { groupOf } = machine({ pid: 5, ppid: 1, comm: 'kdump', cmdline: [] });
  expect(groupOf(5)).toBe('kdump');
});

/** Processes under rules of a file, with counted reads of what rules may ask for. */
function ruled(
  text: string,
  options: GrouperOptions = {},
  ...processes: Partial<ProcessReading>[]
) {
  const byPid = new Map(
    processes.map((given) => {
      const process = someProcess(given);
      return [process.pid, process] as const;
    }),
  );
  const reads: string[] = [];
  const read =
    <T>(what: string, answer: (process: ProcessReading) => T) =>
    (process: ProcessReading) => {
      reads.push(`${what} ${process.pid}`);
      return answer(process);
    };
  const fresh = new Map<number, readonly string[]>();
  const grouper = new Grouper(
    parse(text),
    {
      username: read('username', () => 'core'),
      startTime: read('startTime', () => ({ seconds: 1000, hundredths: 50 })),
      cgroups: read('cgroups', () => ['/x']),
      cmdline: read('cmdline', ({ pid }) => fresh.get(pid)),
    },
    options,
  );
  const groupOf = (pid: number, cpuClass: CpuClass = 'service') =>
    grouper.groupOf(
      byPid.get(pid)!,
      ({ ppid }) => byPid.get(ppid),
      () => cpuClass,
    );
  return { grouper, groupOf, byPid, reads, fresh };
}

function parse(rules: string) {
  return parseRulesFile(`process_names:\n${rules}`, 'rules.yml');
}

const init = { pid: 1, ppid: 0, comm: 'systemd', cmdline: ['/sbin/init'] };

test('the first rule that holds names the group', () => {
  const rules =
    '- {comm: [a], name: first}\n- {ppid: 1, name: second}\n- {comm: [b], name: third}\n';
  const { groupOf } = ruled(
    rules,
    {},
    { pid: 10, ppid: 1, comm: 'a' },
    { pid: 11, ppid: 1, comm: 'b' },
    { pid: 12, ppid: 2, comm: 'b' },
  );
  expect([10, 11, 12].map((pid) => groupOf(pid))).toEqual(['first', 'second', 'third']);
});

test('children inherit, unless told not to', () => {
  const processes = [init, { pid: 10, ppid: 1, comm: 'sh' }, { pid: 11, ppid: 10, comm: 'sleep' }];
  expect(ruled('- comm: [sh]\n', {}, ...processes).groupOf(11)).toBe('bash');
  expect(ruled('- comm: [sh]\n', { children: false }, ...processes).groupOf(11)).toBeUndefined();
});

test("under other rules than the prototype's, the class of a process says nothing", () => {
  const { groupOf } = ruled('- {comm: [etcd], name: etcd}\n', {}, { pid: 10, comm: 'etcd' });
  expect(groupOf(10, 'pod')).toBe('etcd');
  expect(groupOf(10, 'host-container')).toBe('etcd');
});

test('kernel threads are named where a rule names them, and so are their children', () => {
  const { groupOf } = ruled(
    '- {comm: [kthreadd], name: kernel}\n',
    {},
    { pid: 2, ppid: 0, comm: 'kthreadd', cmdline: [], kernelThread: true },
    { pid: 12, ppid: 2, comm: 'ksoftirqd/0', cmdline: [], kernelThread: true },
  );
  expect([2, 12].map((pid) => groupOf(pid))).toEqual(['kernel', 'kernel']);
});

test('ppid is that of first sight, also after the parent ended and an exec', () => {
  const { groupOf, byPid } = ruled('- {ppid: 1, name: daemon}\n', {}, { pid: 10, ppid: 9 });
  expect(groupOf(10)).toBeUndefined();
  Object.assign(byPid.get(10)!, { ppid: 1, execs: 1 });
  expect(groupOf(10)).toBeUndefined();
});

test('nothing is read that no rule and no name asks for', () => {
  const { groupOf, reads } = ruled(
    '- {comm: [a], name: "{{.Username}} {{.Cgroups}} {{.StartTime}}"}\n- cmdline: [bash]\n',
    {},
    { pid: 10, comm: 'b' },
    { pid: 11, comm: 'a' },
  );
  expect(groupOf(10)).toBe('bash');
  expect(reads).toEqual([]);
  const name = 'core [/x] 1970-01-01 00:16:40.5 +0000 UTC';
  expect([groupOf(11), groupOf(11)]).toEqual([name, name]);
  expect(reads).toEqual(['username 11', 'cgroups 11', 'startTime 11']);
});

test('a rule that selects by cgroup is tried again when a process moves', () => {
  const { groupOf, byPid } = ruled(
    '- {cgroup: "/(?P<unit>[^/]+)[.]service$", name: "{{.Matches.unit}}"}\n',
    {},
    { pid: 10, cgroup: someCgroup('/system.slice/a.service') },
  );
  expect(groupOf(10)).toBe('a');
  byPid.get(10)!.cgroup = someCgroup('/system.slice/b.service');
  expect(groupOf(10)).toBe('b');
});

test('new rules name every process anew', () => {
  const { groupOf, grouper } = ruled('- {comm: [bash], name: old}\n', {}, { pid: 10 });
  expect(groupOf(10)).toBe('old');
  grouper.replaceRules(parse('- {comm: [bash], name: new}\n'));
  expect(groupOf(10)).toBe('new');
});

test('a rule switches off threads for its processes and those that inherit its group', () => {
  const { groupOf, grouper, byPid } = ruled(
    '- {comm: [a], threads: false}\n- {comm: [b], threads: true}\n',
    {},
    { pid: 10, comm: 'a' },
    { pid: 11, comm: 'x', ppid: 10 },
    { pid: 12, comm: 'b', ppid: 10 },
  );
  [10, 11, 12].forEach((pid) => groupOf(pid));
  expect([10, 11, 12].map((pid) => grouper.showsThreads(byPid.get(pid)!))).toEqual([
    false,
    false,
    true,
  ]);
});

describe('recheck', () => {
  const rules = '- {cmdline: [worker], name: worker}\n';

  test('without it, a process that changes its title keeps what it has', () => {
    const { groupOf, grouper, fresh, reads } = ruled(rules, {}, { pid: 10 });
    expect(groupOf(10)).toBeUndefined();
    fresh.set(10, ['worker']);
    grouper.beginPass();
    expect(groupOf(10)).toBeUndefined();
    expect(reads).toEqual([]);
  });

  test('with it, arguments are read once a pass until a rule holds, and then no more', () => {
    const options = { recheckForMs: Infinity };
    const { groupOf, grouper, fresh, reads } = ruled(rules, options, { pid: 10 });
    const pass = () => {
      grouper.beginPass();
      return [groupOf(10), groupOf(10)];
    };
    expect(pass()).toEqual([undefined, undefined]);
    expect(reads).toEqual([]);
    expect(pass()).toEqual([undefined, undefined]);
    fresh.set(10, ['worker']);
    expect(pass()).toEqual(['worker', 'worker']);
    expect(pass()).toEqual(['worker', 'worker']);
    expect(reads).toEqual(['cmdline 10', 'cmdline 10']);
  });

  test('a limit counts from the start of the process', () => {
    let nowMs = 1_005_000;
    const options = { recheckForMs: 10_000, nowMs: () => nowMs };
    const { groupOf, grouper, reads } = ruled(rules, options, { pid: 10 });
    for (; nowMs <= 1_015_000; nowMs += 5_000) {
      grouper.beginPass();
      groupOf(10);
    }
    expect(reads.filter((read) => read === 'cmdline 10')).toHaveLength(1);
  });
});

test('debugging tells how each process got its group', () => {
  const messages: string[] = [];
  const { groupOf } = ruled(
    '- comm: [bash]\n',
    { debug: (message) => messages.push(message) },
    { pid: 10 },
    { pid: 11, ppid: 10, comm: 'ls' },
    { pid: 12, ppid: 0, comm: 'x' },
  );
  [11, 12].forEach((pid) => groupOf(pid));
  expect(messages).toEqual([
    'process 10 (bash): group "bash", by rule 1',
    'process 11 (ls): group "bash", as a child of 10',
    'process 12 (x): no group, no rule',
  ]);
});
