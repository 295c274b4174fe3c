import { parseUsageUsec } from './cpu-stat';

test('reads usage_usec wherever it stands', () => {
  const text = 'usage_usec 1234567890123\nuser_usec 1\nsystem_usec 2\n';
  expect(parseUsageUsec(Buffer.from(text), 'cpu.stat')).toBe(1234567890123);
  expect(parseUsageUsec(Buffer.from(`nr_periods 0\n${text}`), 'cpu.stat')).toBe(1234567890123);
});

test.each(['', 'user_usec 1\n', 'usage_usec \n', 'usage_usec x\n'])(
  'complains about %j',
  (text) => {
    expect(() => parseUsageUsec(Buffer.from(text), '/a/cpu.stat')).toThrow(
      '/a/cpu.stat: expected a line "usage_usec N", found none',
    );
  },
);
