import type { CpuClass } from '../../metrics/hostproc';
import type { ProcessReading } from '../observation/observation';
import { Grouper } from './grouper';
import { builtInRules } from './rules';

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
