import { Account } from '../accounting/account';
import type { CounterSeries } from '../accounting/counter';
import { Observer } from '../observation/observer';
import { SimulatedFiles } from './simulated-files';
import { SimulatedKernel, type SimulatedProcess } from './simulated-kernel';
import { noBudget } from './simulated-node';

// What is done once a minute is done in full passes, so that the others have nothing to do but what moved.

function machine(limits: {
  maxGroups?: number;
  maxThreadsPerGroup?: number;
  forgetAfterMs?: number;
}) {
  const kernel = new SimulatedKernel();
  const init = kernel.makeCgroup(kernel.root, 'init.scope');
  const unit = kernel.makeCgroup(kernel.root, 'app.service');
  kernel.spawn(0, init, 'systemd');
  kernel.spawn(0, kernel.root, 'kthreadd', { kernelThread: true });
  const app = kernel.spawn(1, unit, 'app');
  const mounts = { procfs: '/proc', cgroupRoot: '/cgroup' };
  const observer = new Observer(new SimulatedFiles(kernel), mounts, () => kernel.nowUsec / 1000);
  const account = new Account({ ...noBudget, zeroForMs: 0, ...limits });
  return {
    kernel,
    unit,
    app,
    run: (process: SimulatedProcess, tid: number, seconds: number) =>
      kernel.run(process, process.threads.get(tid)!, seconds * 1e6),
    /** A pass up to fifteen seconds after the last: whether it was full, and what its series are called. */
    pass: () => {
      kernel.sleep(15e6 - (kernel.nowUsec % 15e6));
      const observation = observer.observe();
      const { unitSeconds, groupSeconds, threadSeconds } = account.update(observation);
      const named = (series: readonly CounterSeries[], label: number) =>
        new Set(series.map(({ labelValues }) => labelValues[label]));
      return {
        full: observation.full,
        units: named(unitSeconds, 1),
        groups: named(groupSeconds, 2),
        threads: named(threadSeconds, 1),
      };
    },
  };
}

test('a unit that ended is taken out by the first full pass after it was unused for long enough', () => {
  const { kernel, unit, app, run, pass } = machine({ forgetAfterMs: 20_000 });
  pass();
  run(app, app.pid, 1);
  pass();
  kernel.exit(app);
  kernel.removeCgroup(unit);
  const passes = Array.from({ length: 4 }, pass);
  expect(passes.map(({ full, units }) => [full, units.has('app.service')])).toEqual([
    [false, true],
    [false, true],
    [true, false],
    [false, false],
  ]);
});

test('a group that became busy gets its name at a full pass', () => {
  const { kernel, unit, app, run, pass } = machine({ maxGroups: 2 });
  pass();
  run(app, app.pid, 1);
  expect(pass().groups).toContain('app');
  const busy = kernel.spawn(1, unit, 'busy');
  const passes = Array.from({ length: 4 }, () => {
    run(busy, busy.pid, 5);
    return pass();
  });
  expect(passes.map(({ full, groups }) => [full, groups.has('busy')])).toEqual([
    [false, false],
    [false, false],
    [true, true],
    [false, true],
  ]);
});

test('a thread that became busy gets its name after a full pass', () => {
  const { kernel, app, run, pass } = machine({ maxThreadsPerGroup: 1 });
  pass();
  run(app, app.pid, 1);
  expect(pass().threads).toContain('app');
  kernel.startThread(app, 'worker');
  const worker = [...app.threads.keys()].at(-1)!;
  const passes = Array.from({ length: 4 }, () => {
    run(app, worker, 5);
    return pass();
  });
  expect(passes.map(({ full, threads }) => [full, threads.has('worker')])).toEqual([
    [false, false],
    [false, false],
    [true, false],
    [false, true],
  ]);
});
