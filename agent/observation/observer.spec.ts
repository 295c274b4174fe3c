import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LinuxKernelFiles } from '../kernel-files/linux-kernel-files';
import { Observer } from './observer';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'observer-'));
  fs.cpSync(path.join(import.meta.dirname, '../testdata/machine/0s'), folder, { recursive: true });
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** Passes every 15 s over the machine on disk; answers the names of the kernel threads that each tells of. */
function watch() {
  let nowMs = 0;
  const mounts = { procfs: `${folder}/proc`, cgroupRoot: `${folder}/cgroup` };
  const observer = new Observer(new LinuxKernelFiles(), mounts, () => nowMs);
  return () => {
    nowMs += 15_000;
    const { read, full } = observer.observe();
    const names = read.filter(({ kernelThread }) => kernelThread).map(({ comm }) => comm);
    return { names, full };
  };
}

function rewrite(pid: number, change: (stat: string) => string): void {
  const file = `${folder}/proc/${pid}/stat`;
  fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
}

test('a kernel thread that slept is told of in full passes alone, one that ran in every pass', () => {
  const pass = watch();
  const everyone = pass().names;
  expect(everyone).toContain('kthreadd');
  pass();
  rewrite(14, (stat) => stat.replace(/( 0) 40 /, '$1 41 '));
  expect(pass().names).toEqual(['ksoftirqd/0']);
  expect(pass().names).toEqual([]);
  const full = pass();
  expect(full.full).toBe(true);
  expect(full.names).toEqual(everyone);
});

test('one that works for a cgroup is told of in every pass: it may wait for its share', () => {
  fs.appendFileSync(`${folder}/cgroup/system.slice/crio.service/cgroup.procs`, '77\n');
  const list = `${folder}/cgroup/cgroup.procs`;
  fs.writeFileSync(list, fs.readFileSync(list, 'utf8').replace(/^77\n/m, ''));
  const usage = `${folder}/cgroup/system.slice/crio.service/cpu.stat`;
  const slice = `${folder}/cgroup/system.slice/cpu.stat`;
  const pass = watch();
  const namesAfterItRan = () => {
    for (const file of [usage, slice]) {
      const rise = (_: string, n: string) => `usage_usec ${Number(n) + 100}`;
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/usage_usec (\d+)/, rise));
    }
    return pass().names;
  };
  pass();
  namesAfterItRan();
  expect(namesAfterItRan()).toEqual(['irq/25-virtio0-input.0']);
});
