import { parseEffectiveUid } from './status';

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
