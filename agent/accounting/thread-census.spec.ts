import { builtInRules } from '../grouping/rules';
import { Observer } from '../observation/observer';
import { FixtureKernelFiles } from '../testdata/fixture-kernel-files';
import { someProcess, someThread } from '../grouping/some-process';
import type { ProcessReading } from '../observation/observation';
import { Account } from './account';
import { type Household, ThreadCensus } from './thread-census';

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
  const first = account.update(observer.observe()).grouped.threadCounts;
  between(files);
  files.moment = moment;
  nowMs += 60_000;
  const second = account.update(observer.observe());
  expect(second.grouped.full).toBe(true);
  return { first, second: second.grouped.threadCounts };
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

describe('from one census to the next', () => {
  const withThreads = (...comms: string[]): ProcessReading => ({
    ...someProcess(),
    kernelThread: false,
    threads: new Map(comms.map((comm, tid) => [tid, someThread({ tid, comm })])),
  });
  const of = (process: ProcessReading, groupname: string): Household => ({
    process,
    groupname,
    threadname: (comm) => comm,
  });
  const asObject = (counts: ReturnType<ThreadCensus['take']>) =>
    Object.fromEntries([...counts].map(([group, names]) => [group, Object.fromEntries(names)]));

  test('who stays is counted once, who moves is counted there, and who ended is not', () => {
    const [a, b] = [withThreads('main', 'io', 'io'), withThreads('main')];
    const census = new ThreadCensus();
    const take = (...households: Household[]) => asObject(census.take(households));
    expect(take(of(a, 'x'), of(b, 'x'))).toEqual({ x: { main: 2, io: 2 } });
    expect(take(of(a, 'x'), of(b, 'x'))).toEqual({ x: { main: 2, io: 2 } });
    expect(take(of(a, 'x'), of(b, 'y'))).toEqual({ x: { main: 1, io: 2 }, y: { main: 1 } });
    expect(take(of(b, 'y'))).toEqual({ y: { main: 1 } });
  });

  test('threads that were read again are counted again', () => {
    const census = new ThreadCensus();
    const process = withThreads('main', 'io');
    census.take([of(process, 'x')]);
    (process.threads as Map<number, unknown>).delete(1);
    process.threadsReadInPass += 1;
    expect(asObject(census.take([of(process, 'x')]))).toEqual({ x: { main: 1 } });
  });
});
