import { GoRegexp, GoRegexpError, matchedLength } from './go-regexp';

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
