import fc from 'fast-check';
import { RE2JS } from 're2js';
import { is, isNot, matcherList, oneOf, quoted } from './matcher';
import { syntaxErrors } from './syntax-errors';

/** Reads a literal the way Go does, for the escapes that we write. */
function unquoted(literal: string): string {
  return literal.slice(1, -1).replace(/\\(.)/gs, (_, c: string) => ({ n: '\n', r: '\r' })[c] ?? c);
}

describe('quoted', () => {
  it.each([
    ['worker-0', '"worker-0"'],
    ['a"b', '"a\\"b"'],
    ['a\\b', '"a\\\\b"'],
    ['a\nb', '"a\\nb"'],
    ['a\\"\r', '"a\\\\\\"\\r"'],
    ['', '""'],
  ])('writes %j as %s', (value, literal) => {
    expect(quoted(value)).toBe(literal);
  });

  it('keeps any value in one literal that reads back as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(unquoted(quoted(value))).toBe(value);
        expect(syntaxErrors(`up{instance=${quoted(value)}}`)).toEqual([]);
      }),
    );
  });
});

describe('matcherList', () => {
  it('joins matchers in the order given and leaves out what is not set', () => {
    expect(matcherList({ instance: is('n"1'), mode: isNot('idle'), job: undefined })).toBe(
      '{instance="n\\"1",mode!="idle"}',
    );
  });

  it('is nothing without matchers', () => {
    expect(matcherList({})).toBe('');
  });
});

describe('oneOf', () => {
  it('matches its values and nothing else, in the syntax of Prometheus', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (a, b, other) => {
        const pattern = RE2JS.compile(oneOf([a, b]).value, RE2JS.DOTALL);
        expect([a, b].every((value) => pattern.matches(value))).toBe(true);
        expect(pattern.matches(other)).toBe([a, b].includes(other));
      }),
    );
  });

  it('keeps dots and bars of names', () => {
    expect(matcherList({ node: oneOf(['a.b', 'c|d']) })).toBe('{node=~"a\\\\.b|c\\\\|d"}');
  });
});
