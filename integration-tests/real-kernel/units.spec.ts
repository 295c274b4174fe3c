import { expectWithin, minus, plus, type Range, twoTicksUsec, WatchedTree } from './watched-tree';

// Real cgroups and real processes. `usage_usec` is compared with what the kernel says just before and just
// after a pass: the same, but for what a process still needed to begin to wait for its next command.
let tree: WatchedTree;
beforeEach(async () => {
  tree = await WatchedTree.make();
});
afterEach(() => tree.end());

const exited = '(exited)';

describe('a unit', () => {
  it('gets exactly what its cgroup used, idle ones included', async () => {
    const busy = tree.make('system.slice/busy.service');
    const idle = tree.make('system.slice/idle.service');
    const [worker] = [await tree.start(busy, 'worker'), await tree.start(idle, 'sleeper')];
    tree.pass();
    for (const usec of [1000, 30_000, 300_000]) {
      await worker.do(`burn ${usec}`);
      tree.pass();
      expectWithin(tree.unitUsec('busy.service'), tree.usedUsec(busy));
      expect(tree.groupUsec('busy.service')).toBe(tree.unitUsec('busy.service'));
      expectWithin(tree.unitUsec('idle.service'), tree.usedUsec(idle));
    }
  });

  it('keeps what short-lived children used, as (exited)', async () => {
    const unit = tree.make('system.slice/churn.service');
    const parent = await tree.start(unit, 'churn-parent');
    tree.pass();
    const then = await parent.do('burn 50000');
    const now = await parent.do('fork 400000 5000 50');
    tree.pass();
    const childrenUsec = now.childrenUsec - then.childrenUsec;
    expect(childrenUsec).toBeGreaterThan(0);
    expectWithin(tree.unitUsec('churn.service'), tree.usedUsec(unit));
    expect(tree.groupUsec('churn.service')).toBe(tree.unitUsec('churn.service'));
    // Never what the parent itself used, but for the ticks that it has not shown yet.
    const exitedUsec = tree.groupUsec('churn.service', exited);
    expect(exitedUsec).toBeGreaterThan(childrenUsec - twoTicksUsec);
    expect(exitedUsec).toBeLessThan(childrenUsec + 2 * twoTicksUsec);
  });

  it.each(['double-fork', 'exec', 'ignore'])('loses nothing of churn by %s', async (kind) => {
    const unit = tree.make('system.slice/churn.service');
    const parent = await tree.start(unit, 'churn-parent');
    tree.pass();
    await parent.do(`${kind} 300000 20000 50`);
    tree.pass();
    expect(tree.unitUsec('churn.service')).toBeGreaterThan(50_000);
    expectWithin(tree.unitUsec('churn.service'), tree.usedUsec(unit));
    expect(tree.groupUsec('churn.service')).toBe(tree.unitUsec('churn.service'));
  });

  it('is in its slice when it came and went between two passes', async () => {
    const slice = tree.make('system.slice');
    tree.pass();
    const unit = tree.make('system.slice/brief.service');
    const worker = await tree.start(unit, 'worker');
    await worker.do('burn 100000');
    await unit.remove();
    tree.pass();
    expect(tree.groupUsec('system.slice', exited)).toBeGreaterThan(100_000);
    expectWithin(tree.groupUsec('system.slice', exited), tree.usedUsec(slice));
    expect(tree.unitUsec('brief.service')).toBe(0);
  });

  it('leaves its last bit to its slice when it ends', async () => {
    const slice = tree.make('system.slice');
    const unit = tree.make('system.slice/ending.service');
    const worker = await tree.start(unit, 'worker');
    tree.pass();
    await worker.do('burn 100000');
    tree.pass();
    const seen = tree.usedUsec(unit);
    await worker.do('burn 50000');
    await unit.remove();
    tree.pass();
    expectWithin(tree.unitUsec('ending.service'), seen);
    expect(tree.unitUsec('system.slice')).toBeGreaterThan(50_000);
    expectWithin(tree.unitUsec('system.slice'), minus(tree.usedUsec(slice), seen));
  });

  it.each([
    ['more', 50_000, 150_000],
    ['less', 150_000, 50_000],
  ])('is the same unit when it was removed, made anew and used %s', async (_, first, second) => {
    const slice = tree.make('system.slice');
    tree.pass();
    let used: Range = [0, 0];
    for (const usec of [first, second]) {
      const unit = tree.make('system.slice/again.service');
      const worker = await tree.start(unit, 'worker');
      await worker.do(`burn ${usec}`);
      tree.pass();
      used = plus(used, tree.usedUsec(unit));
      await unit.remove();
    }
    tree.pass();
    expectWithin(tree.unitUsec('again.service'), used);
    expectWithin(tree.unitUsec('system.slice'), minus(tree.usedUsec(slice), used));
  });

  it('includes its inner cgroups', async () => {
    const unit = tree.make('system.slice/nested.service');
    const inner = unit.make('inner/innermost');
    const processes = [await tree.start(unit, 'outside'), await tree.start(inner, 'inside')];
    tree.pass();
    for (const one of processes) await one.do('burn 100000');
    tree.pass();
    expectWithin(tree.unitUsec('nested.service'), tree.usedUsec(unit));
    expect(tree.groupUsec('nested.service')).toBe(tree.unitUsec('nested.service'));
    for (const { name } of processes) {
      expect(Math.abs(tree.groupUsec('nested.service', name) - 100_000)).toBeLessThan(twoTicksUsec);
    }
  });

  it('counts threads in a threaded cgroup in the domain that they belong to', async () => {
    const unit = tree.make('system.slice/threaded.service');
    const worker = await tree.start(unit, 'worker');
    const inner = unit.make('threads');
    inner.becomeThreaded();
    tree.pass();
    await worker.do(`enter ${inner.folder}/cgroup.threads 100000`);
    tree.pass();
    expect(inner.usageUsec()).toBeGreaterThan(90_000);
    expectWithin(tree.unitUsec('threaded.service'), tree.usedUsec(unit));
    expect(tree.groupUsec('threaded.service')).toBe(tree.unitUsec('threaded.service'));
    expect(tree.groupUsec('threaded.service', 'worker')).toBeGreaterThan(100_000 - twoTicksUsec);
    expect(tree.files.counts.get('cgroup_procs')?.refused).toBeGreaterThan(0);
  });
});
