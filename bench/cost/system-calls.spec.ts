import { allIn, parseCounts, readsIn, systemCallsDuring } from './system-calls';

test('the table of strace -c is read with and without errors', () => {
  const counts = parseCounts(
    [
      '% time     seconds  usecs/call     calls    errors syscall',
      '------ ----------- ----------- --------- --------- ----------------',
      ' 62.50    0.000500           5       100           read',
      ' 25.00    0.000200           2        90        10 openat',
      ' 12.50    0.000100           1        40           getdents64',
      '------ ----------- ----------- --------- --------- ----------------',
      '100.00    0.000800           3       230        10 total',
      '',
    ].join('\n'),
  );
  expect(counts).toEqual({ read: 100, openat: 90, getdents64: 40 });
  expect([readsIn(counts), allIn(counts)]).toEqual([140, 230]);
});

test('without strace there are no counts, and what is to happen does not', async () => {
  const path = process.env.PATH;
  let happened = 0;
  try {
    process.env.PATH = '';
    const counts = await systemCallsDuring(process.pid, () => Promise.resolve(happened++));
    expect({ counts, happened }).toEqual({ counts: undefined, happened: 0 });
  } finally {
    process.env.PATH = path;
  }
});
