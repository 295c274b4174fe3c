import { parseRunTimeNs } from './schedstat';

const parse = (text: string) =>
  parseRunTimeNs(Buffer.from(`${text}5\n`), text.length, '/proc/2/schedstat');

test.each([
  ['4173585 10248686 58\n', 4173585],
  ['0 0 0\n', 0],
  // A year.
  ['31536000000000000 1 2\n', 31536000000000000],
])('%j', (text, runTimeNs) => {
  expect(parse(text)).toBe(runTimeNs);
});

test.each(['', '\n', ' 1 2 3\n', 'x'])('complains about %j', (text) => {
  expect(() => parse(text)).toThrow(
    `/proc/2/schedstat: expected the time that it ran, found ${JSON.stringify(text)}`,
  );
});
