import { parseWchan } from './wchan';

test.each([
  ['hrtimer_nanosleep', 'hrtimer_nanosleep'],
  ['0', undefined],
  ['', undefined],
])('%j', (text, expected) => {
  expect(parseWchan(Buffer.from(text))).toBe(expected);
});
