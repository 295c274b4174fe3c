import { parseContextSwitches, parseEffectiveUid, parseSwapBytes } from './status';

test('the effective user, whatever the process calls itself', () => {
  const text =
    'Name:\tUid:\\n\nUmask:\t0022\nPid:\t7\nUid:\t1000\t42\t1000\t1000\nGid:\t1\t2\t3\t4\n';
  expect(parseEffectiveUid(Buffer.from(text), '/proc/7/status')).toBe(42);
});

test('the user that user namespaces do not map', () => {
  const text = 'Uid:\t4294967295\t4294967295\t0\t0\n';
  expect(parseEffectiveUid(Buffer.from(text), '/proc/7/status')).toBe(4_294_967_295);
});

test('a file without it is broken', () => {
  expect(() => parseEffectiveUid(Buffer.from('Name:\tsh\nUid:\t1\n'), '/proc/7/status')).toThrow(
    '/proc/7/status: expected a line "Uid:" with four numbers, found none',
  );
});

const switches =
  'Name:\tVmSwap:\t9\nUid:\t1\t2\t3\t4\nVmSwap:\t      12 kB\nThreads:\t1\nvoluntary_ctxt_switches:\t150\nnonvoluntary_ctxt_switches:\t7\n';

test('context switches', () => {
  expect(parseContextSwitches(Buffer.from(switches), 'f')).toEqual({
    voluntary: 150,
    nonvoluntary: 7,
  });
  expect(() => parseContextSwitches(Buffer.from('Name:\ta\n'), '/proc/1/status')).toThrow(
    '/proc/1/status: expected lines "voluntary_ctxt_switches:" and "nonvoluntary_ctxt_switches:", found them not',
  );
});

test('swap space, whatever a process calls itself; none where there is no memory', () => {
  expect(parseSwapBytes(Buffer.from(switches))).toBe(12 * 1024);
  expect(parseSwapBytes(Buffer.from('Name:\tkthreadd\nThreads:\t1\n'))).toBe(0);
});
