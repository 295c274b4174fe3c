import fs from 'node:fs';
import { WatchedTree } from './watched-tree';

let tree: WatchedTree;
beforeEach(async () => {
  tree = await WatchedTree.make();
});
afterEach(() => tree.end());

/** Reads through a descriptor that was opened while the thing was there. */
function readThrough(descriptor: number): string {
  return fs.readSync(descriptor, Buffer.alloc(100), 0, 100, 0).toString();
}

describe('what ended between being found and being read', () => {
  it('answers ESRCH when it is a process, which is "gone"', async () => {
    const worker = await tree.start(tree.make('system.slice/a.service'), 'worker');
    const descriptor = fs.openSync(`/proc/${worker.pid}/stat`, 'r');
    await worker.end();
    expect(() => readThrough(descriptor)).toThrow('ESRCH');
    expect(tree.files.read('pid_stat', `/proc/self/fd/${descriptor}`)).toBe('gone');
    expect(tree.files.counts.get('pid_stat')?.gone).toBe(1);
    fs.closeSync(descriptor);
  });

  it.each([
    ['cpu.stat', 'cpu_stat'],
    ['cgroup.procs', 'cgroup_procs'],
  ] as const)(
    'answers ENODEV when it is the %s of a cgroup, which is "gone"',
    async (name, kind) => {
      const unit = tree.make('system.slice/a.service');
      const descriptor = fs.openSync(`${unit.folder}/${name}`, 'r');
      await unit.remove();
      expect(() => readThrough(descriptor)).toThrow('ENODEV');
      expect(tree.files.read(kind, `/proc/self/fd/${descriptor}`)).toBe('gone');
      expect(tree.files.counts.get(kind)?.gone).toBe(1);
      fs.closeSync(descriptor);
    },
  );
});

describe('a threaded cgroup', () => {
  it('refuses cgroup.procs, which is neither gone nor an error', () => {
    const unit = tree.make('system.slice/a.service');
    const inner = unit.make('threads');
    inner.becomeThreaded();
    expect(() => fs.readFileSync(inner.procsFile)).toThrow('ENOTSUP');
    expect(tree.files.read('cgroup_procs', inner.procsFile)).toBe('refused');
  });
});
