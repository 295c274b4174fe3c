import { numberAfter } from './number-after';

const bytes = Buffer.from('a: 1\nbc:\t  23 kB\nd: x\nend: 4');

test.each([
  ['a:', 1],
  ['\nbc:', 23],
  ['\nd:', undefined],
  ['\ne:', undefined],
  ['\nend:', 4],
])('after %j stands %p', (label, expected) => {
  expect(numberAfter(bytes, bytes.length, label)).toBe(expected);
});

test('bytes behind the file are of another', () => {
  expect(numberAfter(Buffer.from('a: 12\nb: 3'), 4, 'a:')).toBe(1);
  expect(numberAfter(Buffer.from('a: 12\nb: 3'), 4, '\nb:')).toBeUndefined();
});
