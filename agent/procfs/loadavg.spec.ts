import { parseThreadCount } from './loadavg';

const parse = (text: string) => parseThreadCount(Buffer.from(text), '/proc/loadavg');

test('reads how many threads there are', () => {
  expect(parse('1.53 1.40 1.12 2/6629 14690\n')).toBe(6629);
});

test.each(['', '1.53 1.40 1.12\n', '1.53 1.40 1.12 2/max 1\n'])('complains about %j', (text) => {
  expect(() => parse(text)).toThrow(
    `/proc/loadavg: expected "… running/threads pid", found ${JSON.stringify(text)}`,
  );
});
