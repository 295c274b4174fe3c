import { parseCgroupProcs } from './cgroup-procs';

test.each([
  ['', []],
  ['1\n', [1]],
  ['4194304\n17\n17\n', [4194304, 17, 17]],
  // Processes outside the reader's PID namespace are shown as 0.
  ['0\n12\n', [0, 12]],
])('%j', (text, pids) => {
  expect(parseCgroupProcs(Buffer.from(`${text}9\n`), text.length)).toEqual(pids);
});
