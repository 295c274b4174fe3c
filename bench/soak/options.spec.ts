import { parseOptions } from './options';

test('10,000 scrapes, unless told otherwise', () => {
  expect(parseOptions([])).toBe(10_000);
  expect(parseOptions(['--scrapes=500'])).toBe(500);
});

test.each([
  ['--scrape=5', 'There is no option "--scrape=5".\nUsage:'],
  ['--scrapes=many', 'expects a whole number of at least 100, found "many".'],
  ['--scrapes=99', 'expects a whole number of at least 100, found "99".'],
])('refuses %s', (arg, said) => {
  expect(() => parseOptions([arg])).toThrow(said);
});
