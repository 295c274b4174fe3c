import { whatForbids } from './limits';

const machine = (files: Readonly<Record<string, string>>) => (file: string) => files[file];

test('a machine that allows enough forbids nothing', () => {
  const files = {
    '/proc/sys/kernel/pid_max': '4194304\n',
    '/proc/sys/kernel/threads-max': '192729\n',
    '/proc/self/cgroup': '0::/user.slice\n',
    '/sys/fs/cgroup/user.slice/pids.max': 'max\n',
  };
  expect(whatForbids(50_000, machine(files))).toBeUndefined();
});

test.each([
  ['pid_max', { '/proc/sys/kernel/pid_max': '32768\n' }, 'kernel.pid_max is 32768'],
  ['threads-max', { '/proc/sys/kernel/threads-max': '40000\n' }, 'kernel.threads-max is 40000'],
  [
    'a pids controller above us, v2',
    { '/proc/self/cgroup': '0::/a/b\n', '/sys/fs/cgroup/a/pids.max': '300\n' },
    'pids.max is 300, and 51000 are needed (/sys/fs/cgroup/a/pids.max)',
  ],
  [
    'a pids controller, v1',
    { '/proc/self/cgroup': '8:pids:/\n0::/\n', '/sys/fs/cgroup/pids/pids.max': '300\n' },
    'pids.max is 300',
  ],
])('%s that is too low is one sentence', (_, files, said) => {
  const sentence = whatForbids(50_000, machine(files));
  expect(sentence).toContain('This machine cannot run 50000 threads: ');
  expect(sentence).toContain(said);
});
