import { someProcess, someThread } from '../grouping/some-process';
import type { ProcessReading, ThreadReading } from '../observation/observation';
import type { ProcessAccount } from './process-accounts';
import { ThreadAccounts } from './thread-accounts';

const tickUsec = 10_000;

type Thread = { -readonly [Field in keyof ThreadReading]: ThreadReading[Field] };

function aThread(tid: number): Thread {
  return someThread({ tid, comm: `t${tid}` });
}

function world(...threads: Thread[]) {
  const process: ProcessReading = {
    ...someProcess(),
    threads: new Map(threads.map((thread) => [thread.tid, thread])),
    threadsComplete: true,
  };
  const account: ProcessAccount = {
    process,
    cgroupBefore: undefined,
    execsBefore: 0,
    utimeTicks: 0,
    stimeTicks: 0,
    childrenTicks: 0,
    minflt: 0,
    majflt: 0,
    minorFaults: 0,
    majorFaults: 0,
    userUsec: 0,
    systemUsec: 0,
    childrenUsec: 0,
    awaitedUserUsec: 0,
    awaitedSystemUsec: 0,
    threadsKnown: false,
    outstandingUsec: 0,
    group: undefined,
    isNamed: true,
    bornInView: true,
  };
  const accounts = new ThreadAccounts();
  accounts.usage(account, false);
  /** A pass in which the process used ticks; what each name got of them. */
  return (usedTicks: number, complete: boolean, { all = false, awaited = false } = {}) => {
    process.threadsComplete = complete;
    process.threadsAwaited = awaited;
    account.userUsec = usedTicks * tickUsec;
    const usages = accounts.usage(account, all);
    const got = usages.map(({ threadname, userUsec, systemUsec }): [string, number] => [
      threadname,
      (userUsec + systemUsec) / tickUsec,
    ]);
    return Object.fromEntries(got);
  };
}

test('what complete threads do not claim is of threads that ended', () => {
  const busy = aThread(1);
  const pass = world(busy, aThread(2));
  busy.utimeTicks = 2;
  expect(pass(3, true)).toEqual({ t1: 2, '(exited)': 1 });
});

test('where others were left unread it is an advance, which is paid back', () => {
  const [busy, other] = [aThread(1), aThread(2)];
  const pass = world(busy, other);
  busy.utimeTicks = 2;
  expect(pass(3, false)).toEqual({ t1: 3 });
  // The tick was the other's: now that it is read it gets it, and the busy one a tick less.
  busy.utimeTicks = 4;
  other.utimeTicks = 1;
  expect(pass(2, true)).toEqual({ t1: 1, t2: 1 });
  expect(pass(1, true)).toEqual({ '(exited)': 1 });
});

test('as long as threads wait to be read, what the process uses waits with them', () => {
  const busy = aThread(1);
  const pass = world(busy, aThread(2));
  expect(pass(1, true, { awaited: true })).toEqual({});
  busy.utimeTicks = 3;
  expect(pass(2, true)).toEqual({ t1: 3 });
});

test('an advance that was a rounding comes out of the next claim', () => {
  const busy = aThread(1);
  const pass = world(busy, aThread(2));
  busy.utimeTicks = 2;
  pass(3, false);
  busy.utimeTicks = 6;
  expect(pass(3, false)).toEqual({ t1: 3 });
  expect(pass(1, true)).toEqual({ '(exited)': 1 });
});

test('threads that did nothing and were told before are told again only when all are wanted', () => {
  const busy = aThread(1);
  const pass = world(busy, aThread(2));
  busy.utimeTicks = 1;
  expect(pass(1, true)).toEqual({ t1: 1 });
  expect(pass(0, true, { all: true })).toEqual({ t1: 0, t2: 0 });
});
