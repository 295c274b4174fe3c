import { builtInRules } from '../grouping/rules';
import { Observer } from '../observation/observer';
import { FixtureKernelFiles } from '../testdata/fixture-kernel-files';
import { Account } from './account';
import { threadCounts } from './thread-counts';

/** The fixture machine in two full passes; `between` runs before the second. */
function secondFullPass(moment: string, between: (files: FixtureKernelFiles) => void) {
  const files = new FixtureKernelFiles();
  let nowMs = 0;
  const observer = new Observer(files, { procfs: '/proc', cgroupRoot: '/cgroup' }, () => nowMs);
  const account = new Account({
    rules: builtInRules,
    zeroForMs: 0,
    maxGroups: 300,
    maxThreadsPerGroup: 200,
    maxThreads: 1000,
    forgetAfterMs: 600_000,
  });
  const first = threadCounts(account.update(observer.observe()).grouped);
  between(files);
  files.moment = moment;
  nowMs += 60_000;
  const second = account.update(observer.observe());
  expect(second.grouped.full).toBe(true);
  return { first, second: threadCounts(second.grouped) };
}

test('a full pass counts the threads of processes that used nothing as well', () => {
  const { first, second } = secondFullPass('0s', () => undefined);
  expect(first.get('kubelet')?.size).toBeGreaterThan(0);
  expect(second).toEqual(first);
});

test('a thread that used nothing and has another name now is counted under that', () => {
  const { first, second } = secondFullPass('15s', (files) => {
    const read = files.read.bind(files);
    const idle = String(read('task_stat', '/proc/700/task/702/stat'));
    files.read = (kind, path) =>
      path === '/proc/700/task/702/stat'
        ? Buffer.from(idle.replace('(kubelet)', '(renamed)'))
        : read(kind, path);
  });
  expect(first.get('kubelet')?.get('renamed')).toBeUndefined();
  expect(second.get('kubelet')?.get('renamed')).toBe(1);
});
