import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Account } from '../accounting/account';
import { builtInRules } from '../grouping/rules';
import type { CountedCall } from '../kernel-files/kernel-calls';
import { LinuxKernelFiles } from '../kernel-files/linux-kernel-files';
import { Observer } from '../observation/observer';

// What a pass costs, in system calls, on a machine on disk that stands still but for what a test changes.
// A change that makes a pass dearer makes these numbers differ; see docs/performance.md.

type Calls = Record<CountedCall, number>;

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'work-'));
  fs.cpSync(path.join(import.meta.dirname, '../testdata/machine/0s'), folder, { recursive: true });
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function watch(descriptors?: number) {
  const files = new LinuxKernelFiles(descriptors);
  let nowMs = 0;
  const mounts = { procfs: `${folder}/proc`, cgroupRoot: `${folder}/cgroup` };
  const observer = new Observer(files, mounts, () => nowMs);
  const account = new Account({
    rules: builtInRules,
    zeroForMs: 16_500,
    maxGroups: 300,
    maxThreadsPerGroup: 200,
    maxThreads: 1000,
    forgetAfterMs: 600_000,
  });
  return {
    files,
    /** A pass so many seconds after the last; answers the calls that it made. */
    pass: (seconds: number): Calls => {
      nowMs += seconds * 1000;
      const before = { ...files.calls };
      account.update(observer.observe());
      const entries = Object.entries(files.calls) as [CountedCall, number][];
      return Object.fromEntries(entries.map(([call, n]) => [call, n - before[call]])) as Calls;
    },
  };
}

/** Changes a file in place, as the kernel does: an open descriptor sees it. */
function rewrite(file: string, change: (text: string) => string): void {
  const place = path.join(folder, file);
  fs.writeFileSync(place, change(fs.readFileSync(place, 'utf8')));
}

/** Lets the machine have more threads than before. */
function addThreads(more: number): void {
  rewrite('proc/loadavg', (text) => text.replace(/(?<=\/)\d+/, (n) => String(+n + more)));
}

const kubelet = 'cgroup/system.slice/kubelet.service/cpu.stat';
const rise = (text: string) => text.replace(/usage_usec (\d+)/, (_, n) => `usage_usec ${+n + 100}`);

/** Everything that a parent has, it and its parents have, too. */
function kubeletRan(): void {
  rewrite(kubelet, rise);
  rewrite('cgroup/system.slice/cpu.stat', rise);
}

test('golden: the first pass, an idle one, one in which a unit ran, and one that reads everything', () => {
  const { pass } = watch();
  const calls: Record<string, Calls> = { first: pass(15), idle: pass(15) };
  kubeletRan();
  calls['a unit ran'] = pass(15);
  kubeletRan();
  rewrite('proc/700/stat', (text) =>
    text.replace(/^(.*\) (?:\S+ ){11})(\d+)/, (_, head: string, n) => `${head}${+n + 100}`),
  );
  calls['its process moved, for the first time'] = pass(14);
  calls.everything = pass(15);
  const file = path.join(import.meta.dirname, '../testdata/golden/work.json');
  const text = `${JSON.stringify(calls, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN) fs.writeFileSync(file, text);
  expect(text).toBe(fs.readFileSync(file, 'utf8'));
});

test('an idle pass opens nothing, lists nothing, and enters no cgroup but the root', () => {
  const { pass, files } = watch();
  // What is read for a second time gets a descriptor that stays.
  for (let i = 0; i < 3; i++) pass(15);
  const procs = () => files.counts.get('cgroup_procs')!.ok;
  const before = procs();
  expect(pass(15)).toMatchObject({ open: 0, close: 0, list: 0 });
  expect(procs() - before).toBe(1);
});

test('one pass of four in a minute reads everything, also where each comes some milliseconds late', () => {
  const { pass } = watch();
  pass(15);
  const isFull = () => pass(15.004).list > 0;
  expect(Array.from({ length: 8 }, isFull).map(Number)).toEqual([0, 0, 0, 1, 0, 0, 0, 1]);
});

test('processes of units that stand still cost nothing', () => {
  const still = 'cgroup/user.slice/user-1000.slice/session-4.scope';
  const idleCalls = () => {
    const { pass } = watch();
    pass(15);
    pass(15);
    return pass(15);
  };
  const few = idleCalls();
  for (let pid = 5000; pid < 5100; pid++) {
    fs.cpSync(`${folder}/proc/800`, `${folder}/proc/${pid}`, { recursive: true });
    rewrite(`proc/${pid}/stat`, (text) => text.replace(/^\d+/, String(pid)));
    fs.appendFileSync(`${folder}/${still}/cgroup.procs`, `${pid}\n`);
  }
  expect(idleCalls()).toEqual(few);
});

test.each([0, 5])(
  'with a budget of %d descriptors it sees the same and keeps no more',
  (budget) => {
    const { pass, files } = watch(budget);
    for (let i = 0; i < 8; i++) {
      kubeletRan();
      pass(15);
    }
    expect(files.openDescriptors).toBeLessThanOrEqual(budget);
    expect(files.calls.open - files.calls.close).toBe(files.openDescriptors);
  },
);

test('whom /proc alone lists, alive or a zombie, has no descriptor kept from one full pass to the next', () => {
  const { pass, files } = watch();
  for (const [pid, state] of [
    [5000, 'S'],
    [5001, 'Z'],
  ] as const) {
    fs.cpSync(`${folder}/proc/800`, `${folder}/proc/${pid}`, { recursive: true });
    rewrite(`proc/${pid}/stat`, (text) => text.replace(/^\d+ (\(.*\)) \S/, `${pid} $1 ${state}`));
    addThreads(1);
  }
  const keptAfter = Array.from({ length: 5 }, () => {
    pass(60);
    return files.openDescriptors;
  });
  expect(keptAfter[4]).toBe(keptAfter[2]);
});

test('a kernel thread that ended leaves no descriptor open', () => {
  const { pass, files } = watch();
  const passes = () => Array.from({ length: 5 }, () => pass(15));
  passes();
  const kept = files.openDescriptors;
  // Another has its pid now.
  rewrite('proc/77/stat', (text) => text.replace(/ 9 1000 20 /, ' 5000 1000 20 '));
  rewrite('proc/77/schedstat', () => '1 0 1\n');
  passes();
  expect(files.openDescriptors).toBe(kept);
  expect(files.calls.open - files.calls.close).toBe(kept);
});

test.each([
  ['as many threads as are known', 0, 0],
  ['a thread more', 1, 1],
  ['a thread fewer', -1, 1],
])('where the machine has %s a full pass lists /proc %s times', (_, more, times) => {
  const { pass, files } = watch();
  // Of those on disk one is a zombie that no cgroup lists.
  addThreads(more - 1);
  pass(60);
  const listed = () => files.counts.get('proc_directory')!.ok;
  const before = listed();
  pass(60);
  expect(listed() - before).toBe(times);
});
