import { Account } from '../accounting/account';
import type { Snapshot } from '../accounting/snapshot';
import type { Absence, KernelFileKind } from '../kernel-files/kernel-files';
import { Observer } from '../observation/observer';
import { SimulatedFiles } from './simulated-files';
import { SimulatedKernel, type SimulatedProcess } from './simulated-kernel';
import { noBudget } from './simulated-node';

/** Lets a test answer in the kernel's place, or make something happen in the middle of a pass. */
class InterruptedFiles extends SimulatedFiles {
  onRead: (path: string) => Absence | undefined = () => undefined;

  override read(kind: KernelFileKind, path: string): Buffer | Absence {
    return this.onRead(path) ?? super.read(kind, path);
  }
}

function machine({ cgroupRoot = '/cgroup' } = {}) {
  const kernel = new SimulatedKernel();
  const system = kernel.makeCgroup(kernel.root, 'system.slice');
  const [a, b] = ['a.service', 'b.service'].map((name) => kernel.makeCgroup(system, name));
  kernel.spawn(0, kernel.makeCgroup(kernel.root, 'init.scope'), 'systemd');
  kernel.spawn(0, kernel.root, 'kthreadd', { kernelThread: true });
  const files = new InterruptedFiles(kernel);
  let pass: () => Snapshot = () => {
    throw new Error('start() first');
  };
  return {
    kernel,
    files,
    a: a!,
    b: b!,
    start: () => {
      const mounts = { procfs: '/proc', cgroupRoot };
      const observer = new Observer(files, mounts, () => kernel.nowUsec / 1000);
      const account = new Account({ ...noBudget, zeroForMs: 0 });
      pass = () => account.update(observer.observe());
      pass();
    },
    run: (process: SimulatedProcess, seconds: number) =>
      kernel.run(process, process.threads.get(process.pid)!, seconds * 1e6),
    /** A pass fifteen seconds later; what each group got since the start, in seconds, zeros left out. */
    pass: () => {
      kernel.sleep(15e6);
      const { groupSeconds } = pass();
      return Object.fromEntries(
        groupSeconds
          .filter(({ value }) => value > 0)
          .map(({ labelValues, value }) => [labelValues.slice(1).join(' '), value]),
      );
    },
  };
}

test('a kernel thread that works for a cgroup, as vhost does, is counted there and once', () => {
  const { kernel, a, start, run, pass } = machine();
  const vhost = kernel.spawn(2, a, 'vhost-77', { kernelThread: true });
  start();
  run(vhost, 5);
  expect(pass()).toEqual({ 'a.service vhost': 5 });
  kernel.interrupt(1e6);
  expect(pass()).toEqual({ 'a.service vhost': 5, 'interrupts interrupts': 1 });
});

test('a process that is born while a pass goes on keeps what it uses', () => {
  const { kernel, files, a, b, start, run, pass } = machine();
  const busy = kernel.spawn(1, b, 'busy');
  start();
  // A cgroup that stood still is not entered.
  run(busy, 1);
  let late: SimulatedProcess | undefined;
  files.onRead = (path) => {
    if (late || path !== '/cgroup/system.slice/b.service/cgroup.procs') return undefined;
    // Its cgroup was listed already, and a younger one will be seen in the next.
    late = kernel.spawn(1, a, 'late');
    kernel.nowUsec += 20_000;
    kernel.spawn(1, b, 'younger');
    return undefined;
  };
  pass();
  run(late!, 10);
  expect(pass()).toMatchObject({ 'a.service late': 10 });
});

test('a newcomer does not pay for the rounding of those who were there', () => {
  const { kernel, a, start, run, pass } = machine();
  const residents = Array.from({ length: 100 }, () => kernel.spawn(1, a, 'resident'));
  start();
  for (const seconds of [0.019, 0.006]) {
    for (const resident of residents) run(resident, seconds);
    pass();
  }
  run(kernel.spawn(1, a, 'newcomer'), 0.4);
  expect(pass()['a.service newcomer']).toBe(0.4);
});

test('a process that moves to the root cgroup is not counted twice', () => {
  const { kernel, a, start, run, pass } = machine();
  const mover = kernel.spawn(1, a, 'mover');
  start();
  run(mover, 5);
  mover.cgroup = kernel.root;
  expect(pass()).toEqual({ 'a.service mover': 5 });
  run(mover, 2);
  expect(pass()).toEqual({ 'a.service mover': 5, '(root) mover': 2 });
});

test('a cgroup that is denied for a while brings nothing along from before, and loses nothing', () => {
  const { kernel, files, a, start, run, pass } = machine();
  const process = kernel.spawn(1, a, 'worker');
  run(process, 100);
  start();
  files.onRead = (path) => (path.endsWith('/a.service/cpu.stat') ? 'denied' : undefined);
  run(process, 1);
  expect(pass()).toEqual({ '(unattributed) (unattributed)': 1 });
  files.onRead = () => undefined;
  run(process, 1);
  expect(pass()).toMatchObject({ 'a.service worker': 1, 'a.service (exited)': 1 });
});

test('a cgroup that was denied from the beginning is its slice until it can be read', () => {
  const { kernel, files, a, start, run, pass } = machine();
  const process = kernel.spawn(1, a, 'worker');
  run(process, 100);
  files.onRead = (path) => (path.endsWith('/a.service/cpu.stat') ? 'denied' : undefined);
  start();
  run(process, 1);
  expect(pass()).toEqual({ 'system.slice (exited)': 1 });
  files.onRead = () => undefined;
  run(process, 2);
  expect(pass()['a.service worker'] ?? 0).toBeLessThanOrEqual(2);
});

test.each([false, true])(
  'a child of a root process that nobody saw is (exited) there, also when a kernel thread ends: %s',
  (ends) => {
    const { kernel, start, run, pass } = machine({ cgroupRoot: '/cgroup/init.scope' });
    const shell = kernel.spawn(1, kernel.root, 'sh');
    const kworker = kernel.spawn(2, kernel.root, 'kworker/0:1', { kernelThread: true });
    run(kworker, 60);
    start();
    const job = kernel.spawn(shell.pid, kernel.root, 'job');
    run(job, 8);
    kernel.exit(job);
    kernel.wait(job);
    if (ends) kernel.processes.delete(kworker.pid);
    pass();
    expect(pass()).toEqual({ '(root) (exited)': 8 });
  },
);

test('a child that a root process started in a cgroup is not counted again for its parent', () => {
  const { kernel, a, start, run, pass } = machine();
  const shell = kernel.spawn(1, kernel.root, 'sh');
  start();
  const job = kernel.spawn(shell.pid, a, 'job');
  run(job, 8);
  kernel.exit(job);
  kernel.wait(job);
  kernel.interrupt(3e6);
  expect(pass()).toEqual({ 'a.service (exited)': 8, 'interrupts interrupts': 3 });
});

test('the first child of a cgroup that has moved for long is found late, and nothing counts twice', () => {
  const { kernel, a, start, run, pass } = machine();
  const service = kernel.spawn(1, a, 'service');
  start();
  for (let n = 1; n <= 4; n += 1) {
    run(service, 1);
    pass();
  }
  const worker = kernel.spawn(1, kernel.makeCgroup(a, 'payload'), 'worker');
  const totals = [1, 2, 3, 4, 5].map(() => {
    run(service, 1);
    run(worker, 2);
    return pass();
  });
  // The third of these passes reads everything. What was used before it stays where it is.
  expect(totals).toEqual([
    { 'a.service service': 5, 'a.service (exited)': 2 },
    { 'a.service service': 6, 'a.service (exited)': 4 },
    { 'a.service service': 7, 'a.service (exited)': 4, 'a.service worker': 2 },
    { 'a.service service': 8, 'a.service (exited)': 4, 'a.service worker': 4 },
    { 'a.service service': 9, 'a.service (exited)': 4, 'a.service worker': 6 },
  ]);
});
