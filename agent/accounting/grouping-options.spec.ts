import { parseRulesFile } from '../grouping/rules-file';
import { Observer } from '../observation/observer';
import { FixtureKernelFiles } from '../testdata/fixture-kernel-files';
import { Account, type AccountOptions } from './account';

/** The fixture machine at its two moments, accounted for with these options; `between` runs before the second. */
function seen(
  options: Partial<AccountOptions>,
  between?: (account: Account, observer: Observer) => void,
) {
  const files = new FixtureKernelFiles();
  let nowMs = 1_000_000;
  const observer = new Observer(files, { procfs: '/proc', cgroupRoot: '/cgroup' }, () => nowMs);
  const account = new Account({
    rules: parseRulesFile('process_names: [{cmdline: [.], name: "{{.ExeBase}}"}]', 'f'),
    zeroForMs: 0,
    maxGroups: Infinity,
    maxThreadsPerGroup: Infinity,
    maxThreads: Infinity,
    forgetAfterMs: Infinity,
    ...options,
  });
  const first = account.update(observer.observe());
  between?.(account, observer);
  files.moment = '15s';
  nowMs += 15_000;
  const last = account.update(observer.observe());
  const groups = ({ groupSizes }: typeof last) => groupSizes.map(({ groupname }) => groupname);
  const threadGroups = new Set(last.threadSeconds.map(({ labelValues }) => labelValues[0]));
  return { first: groups(first), last: groups(last), threadGroups, snapshot: last };
}

test('threads: by default, not at all, and not for the processes of one rule', () => {
  expect(seen({}).threadGroups).toContain('kubelet');
  expect([...seen({ threads: false }).threadGroups]).toEqual([]);
  const text = 'process_names: [{exe: [kubelet], threads: false}, {cmdline: [.]}]';
  const { threadGroups } = seen({ rules: parseRulesFile(text, 'f') });
  expect(threadGroups).not.toContain('kubelet');
  expect(threadGroups).toContain('crio');
});

test('an empty group stays, or goes when asked to', () => {
  const ended = seen({}).first.filter(
    (name) => !seen({ removeEmptyGroups: true }).last.includes(name),
  );
  expect(ended).not.toEqual([]);
  expect(seen({}).last).toEqual(expect.arrayContaining(ended));
  const { snapshot } = seen({ removeEmptyGroups: true });
  const withTime = snapshot.namegroupSeconds.map(({ labelValues }) => labelValues[0]);
  for (const name of ended) expect(withTime).not.toContain(name);
});

test('new rules name processes anew; counters of old names stay', () => {
  const { first, snapshot } = seen({}, (account, observer) => {
    account.replaceRules(parseRulesFile('process_names: [{cmdline: [.], name: all}]', 'f'));
    observer.readEverything();
  });
  const names = new Set(snapshot.namegroupSeconds.map(({ labelValues }) => labelValues[0]));
  expect([...names].sort()).toEqual([...first, 'all'].sort());
  const alive = snapshot.groupSizes.filter(({ numProcs }) => numProcs > 0);
  expect(alive.map(({ groupname }) => groupname)).toEqual(['all']);
});

test('kernel threads are in no group unless a rule names them; then they are processes of one thread', () => {
  const everybody = 'process_names: [{cmdline: ["."]}]';
  expect(seen({ rules: parseRulesFile(everybody, 'f') }).last.join()).not.toContain('ksoftirqd');
  const rules = parseRulesFile('process_names: [{comm: [ksoftirqd/0]}]', 'f');
  const { last, snapshot } = seen({ rules });
  expect(last).toEqual(['ksoftirqd/0']);
  const secondsOf = (series: typeof snapshot.threadSeconds) =>
    series.map(({ labelValues, value }) => [...labelValues, value]);
  const total = snapshot.namegroupSeconds.reduce((sum, { value }) => sum + value, 0);
  expect(total).toBeGreaterThan(0);
  expect(secondsOf(snapshot.threadSeconds)).toEqual(
    secondsOf(snapshot.namegroupSeconds).map(([group, ...rest]) => [group, group, ...rest]),
  );
  expect(snapshot.groupSizes[0]).toMatchObject({ numProcs: 1, numThreads: 1 });
  // Ours still has them by kind.
  expect(snapshot.unitSeconds.map(({ labelValues }) => labelValues)).toContainEqual([
    'kernel',
    'ksoftirqd',
  ]);
});

test("a rule for kthreadd names its children too, unless they are nobody's", () => {
  const rules = parseRulesFile('process_names: [{comm: [kthreadd], name: kernel}]', 'f');
  expect(seen({ rules }).snapshot.groupSizes[0]?.numProcs).toBeGreaterThan(1);
  const alone = seen({ rules, grouping: { children: false } });
  expect(alone.snapshot.groupSizes[0]?.numProcs).toBe(1);
});

test('new rules take kernel threads out of their group', () => {
  const rules = parseRulesFile('process_names: [{comm: [ksoftirqd/0]}]', 'f');
  const { snapshot } = seen({ rules }, (account, observer) => {
    account.replaceRules(parseRulesFile('process_names: [{comm: [nobody]}]', 'f'));
    observer.readEverything();
  });
  expect(snapshot.groupSizes.map(({ numProcs }) => numProcs)).toEqual([0]);
});
