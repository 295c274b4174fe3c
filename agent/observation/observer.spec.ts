import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LinuxKernelFiles } from '../kernel-files/linux-kernel-files';
import { FixtureKernelFiles } from '../testdata/fixture-kernel-files';
import { Observer } from './observer';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'observer-'));
  fs.cpSync(path.join(import.meta.dirname, '../testdata/machine/0s'), folder, { recursive: true });
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** Passes every 15 s over the machine on disk; answers the kernel threads that each reads, and tells of. */
function watch() {
  let nowMs = 0;
  const files = new LinuxKernelFiles();
  const mounts = { procfs: `${folder}/proc`, cgroupRoot: `${folder}/cgroup` };
  const observer = new Observer(files, mounts, () => nowMs);
  return () => {
    nowMs += 15_000;
    const counted = () => ({
      stats: files.counts.get('pid_stat')!.ok,
      missing: files.counts.get('pid_schedstat')!.gone,
    });
    const before = counted();
    const { read, full } = observer.observe();
    const names = read.filter(({ kernelThread }) => kernelThread).map(({ comm }) => comm);
    const now = counted();
    const statsRead = now.stats - before.stats;
    return { names, full, statsRead, schedstatsMissing: now.missing - before.missing };
  };
}

function rewrite(file: string, change: (text: string) => string): void {
  const place = `${folder}/${file}`;
  fs.writeFileSync(place, change(fs.readFileSync(place, 'utf8')));
}

const kernelThreads = [2, 14, 22, 31, 77];

/** Lets ksoftirqd/0 run for a tick. */
function runKsoftirqd(): void {
  const addTo = (n: string, more: number) => String(Number(n) + more);
  rewrite('proc/14/stat', (text) => text.replace(/(?<= 3 4 0 )\d+/, (n) => addTo(n, 1)));
  rewrite('proc/14/schedstat', (text) => text.replace(/^\d+/, (n) => addTo(n, 10_000_000)));
}

test('a kernel thread that slept is told of in full passes alone, one that ran in every pass', () => {
  const pass = watch();
  const everyone = pass().names;
  expect(everyone).toHaveLength(kernelThreads.length);
  pass();
  const idle = pass();
  expect(idle.names).toEqual([]);
  runKsoftirqd();
  expect(pass()).toMatchObject({ names: ['ksoftirqd/0'], statsRead: idle.statsRead + 1 });
  const full = pass();
  expect(full).toMatchObject({ full: true, names: everyone });
  runKsoftirqd();
  expect(pass().names).toEqual(['ksoftirqd/0']);
});

test.each([
  ['absent', kernelThreads.length],
  ['always 0', 0],
])('where schedstat is %s each is read in every pass', (how, missing) => {
  for (const pid of kernelThreads) {
    const file = `${folder}/proc/${pid}/schedstat`;
    if (how === 'absent') fs.rmSync(file);
    else fs.writeFileSync(file, '0 0 0\n');
  }
  const pass = watch();
  pass();
  const everyone = { full: false, statsRead: kernelThreads.length };
  expect(pass()).toMatchObject({ ...everyone, schedstatsMissing: missing });
  // One that is missing is not looked for again.
  expect(pass()).toMatchObject({ ...everyone, schedstatsMissing: 0 });
});

test('a kernel thread that ended is among those that ended, once', () => {
  const files = new FixtureKernelFiles();
  let nowMs = 0;
  const mounts = { procfs: '/proc', cgroupRoot: '/cgroup' };
  const observer = new Observer(files, mounts, () => (nowMs += 15_000));
  const endedIn = () => observer.observe().ended.map(({ pid }) => pid);
  for (let i = 0; i < 2; i++) expect(endedIn()).toEqual([]);
  for (const file of ['stat', 'schedstat']) files.faults.set(`/proc/77/${file}`, 'ESRCH');
  expect([endedIn(), endedIn()]).toEqual([[77], []]);
});

test('one that comes back to the root is told of, although it slept all the time', () => {
  const [root, unit] = ['cgroup', 'cgroup/system.slice/crio.service'];
  const put = (pid: number, from: string, to: string) => {
    rewrite(`${from}/cgroup.procs`, (pids) => pids.replace(`${pid}\n`, ''));
    rewrite(`${to}/cgroup.procs`, (pids) => `${pids}${pid}\n`);
    for (const folder of ['cgroup/system.slice', unit]) {
      rewrite(`${folder}/cpu.stat`, (text) =>
        text.replace(/usage_usec (\d+)/, (_, n) => `usage_usec ${Number(n) + 100}`),
      );
    }
  };
  const pass = watch();
  for (let i = 0; i < 2; i++) pass();
  put(77, root, unit);
  expect(pass().names).toEqual(['irq/25-virtio0-input.0']);
  put(77, unit, root);
  expect(pass().names).toEqual(['irq/25-virtio0-input.0']);
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
