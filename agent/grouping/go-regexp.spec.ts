import { GoRegexp, GoRegexpError, matchedLength, maxInstructions, maxSteps } from './go-regexp';
import { RE2JS } from 're2js';

test.each([
  ['a(b)?c', 'xacx', ['ac', '']],
  ['(?P<x>a)|(?P<y>b)', 'b', ['b', '', 'b']],
  ['(?<x>a)', 'a', ['a', 'a']],
  ['(?i)ÄB', 'äb', ['äb']],
  ['[[:alpha:]]+', '12ab', ['ab']],
  ['\\pL+', 'λx', ['λx']],
  ['\\Qa.b\\E', 'a.b', ['a.b']],
  ['^a.b$', 'a\nb', undefined],
  ['(?s)^a.b$', 'a\nb', ['a\nb']],
  ['(?m)^b$', 'a\nb', ['b']],
  ['(?U)a+', 'aaa', ['a']],
  ['', 'x', ['']],
])('%j in %j', (source, text, groups) => {
  expect(new GoRegexp(source).find(text)).toEqual(groups);
});

test.each([
  '(',
  '[a',
  'a**',
  '(?=a)',
  '(?!a)',
  '(?<=a)b',
  '(a)\\1',
  'a{1001}',
  '(?P<x>a)(?P<x>b)',
  '\\',
])('%j is refused, as Go does', (source) => {
  expect(() => new GoRegexp(source)).toThrow(GoRegexpError);
});

test('the names of groups, by their index', () => {
  expect(new GoRegexp('(a)(?P<x>b)(c(?P<y>d))').groupNames).toEqual(['', '', 'x', '', 'y']);
});

test('no more of a text is looked at than a match can take', () => {
  const pad = 'x'.repeat(matchedLength - 1);
  expect(new GoRegexp('y').find(`${pad}y`)).toEqual(['y']);
  expect(new GoRegexp('y').find(`${pad}xy`)).toBeUndefined();
});

test('a larger expression looks at less, so that any match takes a bounded number of steps', () => {
  const source = `(?P<x>(?:a?b?){60})$`;
  const { looksAt } = new GoRegexp(source);
  expect(looksAt).toBeLessThan(matchedLength);
  expect(looksAt * RE2JS.compile(source).programSize()).toBeLessThanOrEqual(maxSteps);
  const pad = 'x'.repeat(looksAt - 1);
  expect(new GoRegexp(source).find(`${pad}a`)).toEqual(['a', 'a']);
  expect(new GoRegexp(source).find(`${pad}xa`)).toEqual(['', '']);
});

test('one that would look at next to nothing is refused', () => {
  expect(() => new GoRegexp('(?:a?b?){1000}')).toThrow(
    `and ${maxInstructions} are the most; divide it among several rules`,
  );
});
