import fs from 'node:fs';
import path from 'node:path';
import { kernelFileReads } from '../../metrics/agent';
import { Account } from '../accounting/account';
import { renderFamilies } from './text-format';
import { builtInRules } from '../grouping/rules';
import type { ReadCounts } from '../kernel-files/kernel-files';
import { Observer } from '../observation/observer';
import { type Fault, FixtureKernelFiles } from '../testdata/fixture-kernel-files';
import { allCollectors } from '../collectors/index';
import { readReservation } from '../observation/reservation';

/** The fixture machine seen at its two moments. */
function seen(faults: Record<string, Fault> = {}, { cgroupRoot = '/cgroup', zeroForMs = 0 } = {}) {
  const files = new FixtureKernelFiles();
  for (const [file, fault] of Object.entries(faults)) files.faults.set(file, fault);
  let nowMs = 1_000_000;
  const observer = new Observer(files, { procfs: '/proc', cgroupRoot }, () => nowMs);
  const account = new Account({
    rules: builtInRules,
    zeroForMs,
    maxGroups: 300,
    maxThreadsPerGroup: 200,
    maxThreads: 1000,
    forgetAfterMs: 600_000,
  });
  const first = account.update(observer.observe());
  files.moment = '15s';
  nowMs += 15_000;
  return { first, last: account.update(observer.observe()) };
}

const reservation = readReservation(new FixtureKernelFiles(), {
  procfs: '/proc',
  reservedCpus: 4,
  allocatableCpus: 1.5,
});
const machine = { pageBytes: 4096, bootTimeSeconds: 1_700_000_000 };
const reads: ReadCounts = new Map([
  ['pid_stat', { ok: 9, gone: 2, denied: 0, refused: 0 }],
  ['cgroup_procs', { ok: 4, gone: 0, denied: 1, refused: 3 }],
  ['passwd', { ok: 0, gone: 0, denied: 0, refused: 0 }],
]);
const collectors = allCollectors(machine, reservation, reads);

const folder = path.join(import.meta.dirname, '../testdata/golden');

function expectGolden(name: string, text: string) {
  const file = path.join(folder, name);
  if (process.env.UPDATE_GOLDEN) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(file, text);
  }
  expect(text).toBe(fs.readFileSync(file, 'utf8'));
}

test.each(collectors)('golden: $name', ({ name, collect }) => {
  expectGolden(`${name}.prom`, renderFamilies(collect(seen().last)));
});

test.each(collectors)('golden: $name by processes alone', ({ name, collect }) => {
  const { last } = seen({}, { cgroupRoot: '/cgroup/init.scope' });
  expectGolden(`process-only-${name}.prom`, renderFamilies(collect(last)));
});

test.each(collectors)('golden: $name by cgroups alone', ({ name, collect }) => {
  // Outside the host's PID namespace there is no kthreadd.
  const { last } = seen({ '/proc/2/stat': 'ESRCH' });
  expectGolden(`cgroups-only-${name}.prom`, renderFamilies(collect(last)));
});

test.each(collectors)('golden: $name with files gone, denied and refused', ({ name, collect }) => {
  const { last } = seen({
    '/proc/800/stat': 'ESRCH',
    '/proc/700/task/701/stat': 'ESRCH',
    '/cgroup/machine.slice/cpu.stat': 'ENODEV',
    '/cgroup/user.slice/cgroup.procs': 'EACCES',
    '/proc/950/cmdline': 'EACCES',
    '/cgroup/machine.slice/libpod-77.scope/container/cgroup.procs': 'ENOTSUP',
  });
  expectGolden(`faults-${name}.prom`, renderFamilies(collect(last)));
});

test('the first pass of the account is all zeros, whatever the kernel has counted', () => {
  const { first } = seen();
  const text = renderFamilies(
    collectors
      .flatMap(({ collect }) => collect(first))
      .filter(({ family }) => family.type === 'counter' && family !== kernelFileReads),
  );
  expect(text.match(/^[^#].* /gm)!.length).toBeGreaterThan(20);
  for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^#| 0$/);
});

test('a unit that is new shows 0 at first', () => {
  const valueOf = ({ last }: ReturnType<typeof seen>) =>
    last.unitSeconds.find(
      ({ labelValues }) => labelValues[1] === 'NetworkManager-dispatcher.service',
    )?.value;
  expect(valueOf(seen({}, { zeroForMs: 16_500 }))).toBe(0);
  expect(valueOf(seen())).toBe(0.04);
});

test('threads that may not be read are absent, and their process is not', () => {
  const { last } = seen({ '/proc/700/task': 'EACCES' });
  const threadsOf = (groupname: string) =>
    last.threadSeconds.filter(({ labelValues }) => labelValues[0] === groupname);
  expect(threadsOf('kubelet')).toEqual([]);
  expect(threadsOf('crio')).not.toEqual([]);
  expect(last.namegroupSeconds.find(({ labelValues }) => labelValues[0] === 'kubelet')?.value).toBe(
    0.6,
  );
});

test('a --cgroup-root where nothing is ends the agent at once', () => {
  expect(() => seen({}, { cgroupRoot: '/mistyped' })).toThrow(
    '/mistyped: expected a cgroup v2 hierarchy, found it gone',
  );
});

test('a broken file ends the pass with its path and cause', () => {
  expect(() => seen({ '/proc/700/stat': 'EIO' })).toThrow('/proc/700/stat: cannot be read (EIO)');
});
