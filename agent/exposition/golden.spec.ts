import fs from 'node:fs';
import path from 'node:path';
import { kernelFileReads } from '../../metrics/agent';
import { Account } from '../accounting/account';
import type { Snapshot } from '../accounting/snapshot';
import type { FamilySamples } from '../collectors/collector';
import { allCollectors } from '../collectors/index';
import { TextFormat } from './text-format';
import { builtInRules } from '../grouping/rules';
import { Observer } from '../observation/observer';
import { type Fault, FixtureKernelFiles } from '../testdata/fixture-kernel-files';
import { readReservation } from '../observation/reservation';
import { createTiers } from '../tiers/index';

/** Every collector there is, with all tiers. */
function everyCollector(files: FixtureKernelFiles, zeroForMs: number) {
  const tiers = {
    contextSwitches: true,
    descriptors: true,
    io: true,
    threadStat: true,
    wchan: true,
    smaps: true,
  };
  return allCollectors({
    machine: { pageBytes: 4096, bootTimeSeconds: 1_700_000_000 },
    reservation: readReservation(files, { procfs: '/proc', reservedCpus: 4, allocatableCpus: 1.5 }),
    files,
    failedPasses: () => 0,
    reloadStatus: undefined,
    tiers: createTiers(files, { procfs: '/proc', tiers, threads: true }, zeroForMs),
    statesByThread: false,
  });
}

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
  const collectors = everyCollector(files, zeroForMs);
  const collect = (snapshot: Snapshot) =>
    new Map(collectors.map((one) => [one.name, one.collect(snapshot)]));
  // A snapshot holds until the next pass.
  const firstText = countersOf(collect(account.update(observer.observe())));
  files.moment = '15s';
  nowMs += 15_000;
  const last = account.update(observer.observe());
  return { last, firstText, lastFamilies: collect(last) };
}

function countersOf(families: ReadonlyMap<string, readonly FamilySamples[]>): string {
  return new TextFormat()
    .render(
      [...families.values()]
        .flat()
        .filter(({ family }) => family.type === 'counter' && family !== kernelFileReads),
    )
    .toString();
}

const names = everyCollector(new FixtureKernelFiles(), 0).map(({ name }) => name);

const folder = path.join(import.meta.dirname, '../testdata/golden');

function expectGolden(name: string, text: string) {
  const file = path.join(folder, name);
  if (process.env.UPDATE_GOLDEN) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(file, text);
  }
  expect(text).toBe(fs.readFileSync(file, 'utf8'));
}

const rendered = ({ lastFamilies }: ReturnType<typeof seen>, name: string) =>
  new TextFormat().render(lastFamilies.get(name) ?? []).toString();

test.each(names)('golden: %s', (name) => {
  expectGolden(`${name}.prom`, rendered(seen(), name));
});

test.each(names)('golden: %s by processes alone', (name) => {
  const all = seen({}, { cgroupRoot: '/cgroup/init.scope' });
  expectGolden(`process-only-${name}.prom`, rendered(all, name));
});

test.each(names)('golden: %s by cgroups alone', (name) => {
  // Outside the host's PID namespace there is no kthreadd.
  const all = seen({ '/proc/2/stat': 'ESRCH' });
  expectGolden(`cgroups-only-${name}.prom`, rendered(all, name));
});

test.each(names)('golden: %s with files gone, denied and refused', (name) => {
  const all = seen({
    '/proc/800/stat': 'ESRCH',
    '/proc/700/task/701/stat': 'ESRCH',
    '/cgroup/machine.slice/cpu.stat': 'ENODEV',
    '/cgroup/user.slice/cgroup.procs': 'EACCES',
    '/proc/950/cmdline': 'EACCES',
    '/cgroup/machine.slice/libpod-77.scope/container/cgroup.procs': 'ENOTSUP',
    '/proc/700/io': 'EACCES',
    '/proc/700/fd': 'EACCES',
    '/proc/700/smaps_rollup': 'EACCES',
    '/proc/700/task/702/wchan': 'EACCES',
    '/proc/950/status': 'EACCES',
    '/proc/950/task/951/status': 'EACCES',
  });
  expectGolden(`faults-${name}.prom`, rendered(all, name));
});

test('the first pass of the account is all zeros, whatever the kernel has counted', () => {
  const { firstText: text } = seen();
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
