import { RE2JS } from 're2js';
import { GoRegexp, GoRegexpError, matchedLength, maxInstructions, maxSteps } from './go-regexp';
import { GoRegexps, maxInstructionsTogether } from './go-regexps';

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

describe('however bad an expression is for the library', () => {
  const texts = ['ab', 'a', 'λ1', 'xy', '-D /a/b '].map((text) =>
    text.repeat(matchedLength).slice(0, matchedLength),
  );

  test.each([
    '(?:a?b?){60}$',
    '(?P<x>(?:a?b?){60})$',
    '(a|b|ab)*$',
    '(a*)*$',
    '(?i:(a|b)*)c$',
    '(?:x+x+)+y',
    '(?P<a>(?:a?b?c?d?){15})(?P<b>(?:a?b?){15})$',
    '(?:\\pL?\\pN?){60}$',
    '-D\\s+.+?(?P<Path>[^/]+)(?:$|\\s)',
  ])('%s: its steps are bounded, and its groups are found in the same ones', (source) => {
    const compile = jest.spyOn(RE2JS, 'compile');
    const regexp = new GoRegexp(source);
    const compiled = compile.mock.results[0]?.value as RE2JS;
    compile.mockRestore();
    const program = compiled.re2().prog as { getInst: (pc: number) => unknown };
    const getInst = program.getInst.bind(program);
    let steps = 0;
    program.getInst = (pc) => {
      steps += 1;
      return getInst(pc);
    };
    const stepsOf = (text: string) => {
      steps = 0;
      regexp.find(text);
      return steps;
    };
    // One to go there, and one to come back where there was a choice.
    expect(Math.max(...texts.map(stepsOf))).toBeLessThanOrEqual(
      2 * maxSteps + 2 * regexp.instructions,
    );
  });
});

describe('the expressions of one set of rules', () => {
  test('each is compiled once', () => {
    const regexps = new GoRegexps();
    expect(regexps.compile('a+')).toBe(regexps.compile('a+'));
    expect(regexps.compile('a*')).not.toBe(regexps.compile('a+'));
  });

  test.each([
    ['as large as one may be', (i: number) => `${i}(?:a?b?){200}`],
    ['each too large by itself', (i: number) => `${i}(?:a?b?){900}`],
  ])('all together are bounded: %s', (_, source) => {
    const regexps = new GoRegexps();
    const compile = jest.spyOn(RE2JS, 'compile');
    const complaints = Array.from({ length: 1000 }, (_, i) => {
      try {
        return `${regexps.compile(source(i)).instructions}`;
      } catch (error) {
        return (error as GoRegexpError).message;
      }
    });
    expect(compile.mock.calls.length).toBeLessThanOrEqual(maxInstructionsTogether / 800 + 1);
    compile.mockRestore();
    expect(complaints.at(-1)).toBe(
      'all expressions together are too large: those before this one compile to 262144 instructions, which are the most',
    );
  });
});
