import { expectWithin, twoTicksUsec, WatchedTree } from './watched-tree';

let tree: WatchedTree;
beforeEach(async () => {
  tree = await WatchedTree.make();
});
afterEach(() => tree.end());

describe('a process that lives on', () => {
  it('is within two ticks of its rusage, after any number of passes', async () => {
    const unit = tree.make('system.slice/long.service');
    const worker = await tree.start(unit, 'worker');
    const other = await tree.start(unit, 'other');
    const then = await worker.do('burn 0');
    const otherThen = await other.do('burn 0');
    tree.pass();
    for (let i = 0; i < 25; i++) {
      const now = await worker.do('burn 13700');
      const otherNow = await other.do('child 3000');
      tree.pass();
      const errors = [
        tree.groupUsec('long.service', 'worker') - (now.selfUsec - then.selfUsec),
        tree.groupUsec('long.service', 'other') - (otherNow.selfUsec - otherThen.selfUsec),
        tree.namegroupUsec('worker') - (now.selfUsec - then.selfUsec),
      ];
      for (const error of errors) expect(Math.abs(error)).toBeLessThanOrEqual(twoTicksUsec);
    }
  });

  it('has its time where it was used when it moves', async () => {
    const [left, entered] = ['left', 'entered'].map((name) =>
      tree.make(`system.slice/${name}.service`),
    );
    const mover = await tree.start(left!, 'mover');
    tree.pass();
    await mover.do('burn 100000');
    tree.pass();
    await mover.do('burn 60000');
    await mover.do(`move ${entered!.procsFile}`);
    await mover.do('burn 80000');
    tree.pass();
    expectWithin(tree.unitUsec('left.service'), tree.usedUsec(left!));
    expectWithin(tree.unitUsec('entered.service'), tree.usedUsec(entered!));
    await mover.do('burn 50000');
    tree.pass();
    expectWithin(tree.unitUsec('entered.service'), tree.usedUsec(entered!));
    const named = ['left', 'entered'].map((name) => tree.groupUsec(`${name}.service`, 'mover'));
    expect(named[0]).toBeGreaterThan(160_000 - twoTicksUsec);
    expect(named[1]).toBeGreaterThan(130_000 - twoTicksUsec);
  });

  it('is another group after an exec', async () => {
    const unit = tree.make('system.slice/exec.service');
    const worker = await tree.start(unit, 'before-exec');
    tree.pass();
    await worker.do('burn 100000');
    tree.pass();
    await worker.become('after-exec');
    tree.pass();
    const usedBefore = tree.groupUsec('exec.service', 'before-exec');
    await worker.do('burn 200000');
    tree.pass();
    expect(usedBefore).toBeGreaterThan(100_000 - twoTicksUsec);
    expect(tree.groupUsec('exec.service', 'before-exec')).toBe(usedBefore);
    expect(tree.groupUsec('exec.service', 'after-exec')).toBeGreaterThan(200_000 - twoTicksUsec);
    expect(tree.namegroupUsec('after-exec')).toBeGreaterThan(200_000 - twoTicksUsec);
  });

  it('goes on after its first thread exited', async () => {
    const unit = tree.make('system.slice/leader.service');
    const worker = await tree.start(unit, 'worker');
    tree.pass();
    await worker.do('leaderless 50000');
    await worker.do('burn 100000');
    tree.pass();
    expectWithin(tree.unitUsec('leader.service'), tree.usedUsec(unit));
    expect(tree.groupUsec('leader.service', 'worker')).toBeGreaterThan(150_000 - twoTicksUsec);
  });
});

describe('threads', () => {
  it('add up to their group at every pass, also when they ended', async () => {
    const unit = tree.make('system.slice/threads.service');
    const worker = await tree.start(unit, 'worker');
    tree.pass();
    for (let i = 0; i < 20; i++) {
      await worker.do('burn 7300');
      await worker.do('thread 11700');
      tree.pass();
      expect(tree.threadUsec('worker')).toBe(tree.namegroupUsec('worker'));
    }
    const used = { worker: 20 * 7300, '(exited)': 20 * 11_700 };
    for (const [threadname, usec] of Object.entries(used)) {
      expect(tree.threadUsec('worker', threadname)).toBeGreaterThan(usec - 2 * twoTicksUsec);
    }
  });
});

describe('a zombie', () => {
  it('takes nothing with it, neither before nor after it is waited for', async () => {
    const unit = tree.make('system.slice/zombie.service');
    const parent = await tree.start(unit, 'parent');
    tree.pass();
    await parent.do('zombie 100000');
    for (const command of ['burn 1000', 'reap', 'burn 1000']) {
      tree.pass();
      expectWithin(tree.unitUsec('zombie.service'), tree.usedUsec(unit));
      expect(tree.groupUsec('zombie.service')).toBe(tree.unitUsec('zombie.service'));
      await parent.do(command);
    }
    const exitedUsec = tree.groupUsec('zombie.service', '(exited)');
    expect(exitedUsec).toBeGreaterThan(100_000 - twoTicksUsec);
  });
});
