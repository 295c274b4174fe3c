import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Account } from '../accounting/account';
import { builtInRules } from '../grouping/rules';
import type { CountedCall } from '../kernel-files/kernel-calls';
import { LinuxKernelFiles } from '../kernel-files/linux-kernel-files';
import { Observer } from '../observation/observer';
import { createTiers } from './index';
import { noTiers, type WantedTiers } from './wanted-tiers';

// What each tier costs beside the pass, in system calls, on a machine on disk that stands still but for what
// a test changes. A change that makes a tier dearer makes these numbers differ.

type Calls = Record<CountedCall, number>;

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'work-'));
  fs.cpSync(path.join(import.meta.dirname, '../testdata/machine/0s'), folder, { recursive: true });
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function watch(wanted: Partial<WantedTiers>, threads = true) {
  const files = new LinuxKernelFiles();
  const procfs = `${folder}/proc`;
  let nowMs = 0;
  const mounts = { procfs, cgroupRoot: `${folder}/cgroup` };
  const observer = new Observer(files, mounts, () => nowMs);
  const account = new Account({
    rules: builtInRules,
    threads,
    zeroForMs: 16_500,
    maxGroups: 300,
    maxThreadsPerGroup: 200,
    maxThreads: 1000,
    forgetAfterMs: 600_000,
  });
  const tiers = createTiers(files, { procfs, tiers: { ...noTiers, ...wanted }, threads }, 16_500);
  return {
    files,
    /** A pass so many seconds after the last; answers the calls of tiers, without those of the pass. */
    pass: (seconds: number): Calls => {
      nowMs += seconds * 1000;
      const snapshot = account.update(observer.observe());
      const before = { ...files.calls };
      for (const { collect } of tiers) collect(snapshot);
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

const rise = (text: string) => text.replace(/usage_usec (\d+)/, (_, n) => `usage_usec ${+n + 100}`);

/** Of three threads the first one ran, for five ticks if it is to show in its times. */
function kubeletRan({ ticks }: { ticks: boolean }): void {
  for (const unit of ['', '/kubelet.service']) rewrite(`cgroup/system.slice${unit}/cpu.stat`, rise);
  const more = (text: string) =>
    text.replace(/^(.*\) (?:\S+ ){11})(\d+)/s, (_, head: string, n) => `${head}${+n + 5}`);
  if (ticks) for (const file of ['stat', 'task/700/stat']) rewrite(`proc/700/${file}`, more);
  rewrite('proc/700/task/700/status', (text) =>
    text.replace(
      /^(voluntary_ctxt_switches:\s+)(\d+)/m,
      (_, head: string, n) => `${head}${+n + 1}`,
    ),
  );
}

const eachTier: readonly (readonly [name: string, wanted: Partial<WantedTiers>])[] = [
  ['none', {}],
  ['context-switches', { contextSwitches: true }],
  ['io', { io: true }],
  ['thread-stat', { threadStat: true }],
  ['wchan', { wchan: true }],
  ['descriptors', { descriptors: true }],
  ['smaps', { smaps: true }],
  [
    'all but smaps',
    { contextSwitches: true, io: true, threadStat: true, wchan: true, descriptors: true },
  ],
];

test('golden: what each tier reads in a first pass, in an idle one, when a thread ran, and in full ones', () => {
  const calls = Object.fromEntries(
    eachTier.map(([name, wanted]) => {
      const { pass } = watch(wanted);
      const ofTier: Record<string, Calls> = { first: pass(15), idle: pass(15) };
      kubeletRan({ ticks: true });
      ofTier['a thread ran for five ticks'] = pass(14);
      pass(15);
      kubeletRan({ ticks: false });
      ofTier['everything, when it ran for less'] = pass(15);
      pass(15);
      pass(15);
      ofTier['everything, when it stood still'] = pass(16);
      return [name, ofTier];
    }),
  );
  const file = path.join(import.meta.dirname, '../testdata/golden/work-tiers.json');
  const text = `${JSON.stringify(calls, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN) fs.writeFileSync(file, text);
  expect(text).toBe(fs.readFileSync(file, 'utf8'));
});

const nothing: Calls = { open: 0, read: 0, close: 0, stat: 0, list: 0 };

test.each(eachTier)('%s: an idle pass costs nothing', (_, wanted) => {
  const { pass } = watch(wanted);
  pass(15);
  expect(pass(15)).toEqual(nothing);
});

test('of a process that ran only the thread that did is read', () => {
  const { pass, files } = watch({ contextSwitches: true, io: true, threadStat: true });
  pass(15);
  kubeletRan({ ticks: true });
  const before = new Map([...files.counts].map(([kind, { ok }]) => [kind, ok]));
  const { open } = pass(15);
  const read = (kind: 'pid_io' | 'task_io' | 'task_status') =>
    files.counts.get(kind)!.ok - before.get(kind)!;
  expect([read('pid_io'), read('task_io'), read('task_status')]).toEqual([1, 1, 1]);
  // Its stat file was read by the pass.
  expect(open).toBe(3);
});

test('without families by thread no file of a thread is read for io', () => {
  const { pass, files } = watch({ io: true }, false);
  pass(15);
  kubeletRan({ ticks: true });
  pass(15);
  expect(files.counts.get('task_io')).toEqual({ ok: 0, gone: 0, denied: 0, refused: 0 });
  expect(files.counts.get('task_status')).toEqual({ ok: 0, gone: 0, denied: 0, refused: 0 });
});
