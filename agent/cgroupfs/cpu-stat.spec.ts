import { parseUsageUsec } from './cpu-stat';

const parse = (text: string) =>
  parseUsageUsec(Buffer.from(`${text}5\n`), text.length, '/a/cpu.stat');

test('reads usage_usec wherever it stands', () => {
  const text = 'usage_usec 1234567890123\nuser_usec 1\nsystem_usec 2\n';
  expect(parse(text)).toBe(1234567890123);
  expect(parse(`nr_periods 0\n${text}`)).toBe(1234567890123);
});

test.each(['', 'user_usec 1\n', 'usage_usec \n', 'usage_usec x\n'])(
  'complains about %j',
  (text) => {
    expect(() => parse(text)).toThrow('/a/cpu.stat: expected a line "usage_usec N", found none');
  },
);
