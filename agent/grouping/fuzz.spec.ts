import fc from 'fast-check';
import { RE2JS } from 're2js';
import { ComplaintsError } from '../configuration/complaint';
import { allowing, nearly } from '../testdata/fuzzing';
import { GoRegexp, GoRegexpError, maxSteps } from './go-regexp';
import { maxNameLength } from './exe-base';
import { NameTemplate } from './name-template';
import { match, nameBy } from './rules';
import { parseRulesFile } from './rules-file';
import { someCandidate } from './some-process';
import { NameTemplateError } from './template-syntax';

const regexp = nearly('(', ')', '(?P<x>', '[', ']', 'a', '.', '*', '+', '{2}', '\\', '|', '^', '$');
const template = nearly(
  '{{',
  '}}',
  '.Comm',
  '.Matches',
  '.x',
  'index ',
  '"x"',
  '- ',
  ' -',
  '/*',
  '*/',
  '`',
  '0',
  ' ',
);
const yaml = nearly(
  'process_names:',
  '\n',
  '  - ',
  '    ',
  'comm: ',
  'cmdline: ',
  'cgroup: ',
  'ppid: ',
  'name: ',
  'threads: ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '&a ',
  '*a',
  '<<: ',
  '!!str ',
  '"',
  "'",
  '1',
  'true',
  '|',
  '#',
  '---\n',
);

test('any text is rules, or complaints that have a place in it', () => {
  fc.assert(
    fc.property(yaml, (text) => {
      const result = allowing(ComplaintsError, () => parseRulesFile(text, 'f'));
      if (!(result instanceof ComplaintsError)) return;
      expect(result.complaints.length).toBeGreaterThan(0);
      const lines = text.split('\n');
      for (const { line, column } of result.complaints) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 2000 },
  );
});

const yamlValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    regexp,
    template,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'name',
        'comm',
        'exe',
        'cmdline',
        'ppid',
        'cgroup',
        'threads',
        '<<',
        '__proto__',
      ),
      tie('value'),
    ),
  ),
})).value;

test('any structure is rules that name any process, or complaints', () => {
  const process = fc.record({
    comm: fc.string(),
    cmdline: fc.array(fc.string({ unit: 'binary' })),
  });
  fc.assert(
    fc.property(fc.array(yamlValue, { maxLength: 4 }), process, (items, given) => {
      const text = JSON.stringify({ process_names: items });
      const rules = allowing(ComplaintsError, () => parseRulesFile(text, 'f'));
      if (rules instanceof Error) return;
      expect(rules).toHaveLength(items.length);
      const candidate = someCandidate(given);
      for (const rule of rules) {
        const captures = match(rule, candidate);
        if (captures) nameBy(rule, candidate, captures);
      }
    }),
    { numRuns: 2000 },
  );
});

test('mappings that merge each other over and over are read once each', () => {
  // Each level merges the one before twice: 2^60 readings, if they were not.
  const levels = Array.from(
    { length: 60 },
    (_, i) => `  - &l${i + 1} {<<: [*l${i}, *l${i}], ppid: 1}`,
  );
  const text = `process_names:\n  - &l0 {ppid: 1}\n${levels.join('\n')}\n`;
  expect(parseRulesFile(text, 'f')).toHaveLength(61);
});

test('any template names, or is refused', () => {
  fc.assert(
    fc.property(template, fc.string({ unit: 'binary' }), (source, text) => {
      const result = allowing(NameTemplateError, () => new NameTemplate(source));
      const name =
        result instanceof NameTemplate
          ? result.render(someCandidate({ comm: text }), new Map([['x', text]]))
          : undefined;
      expect(name?.length ?? 0).toBeLessThanOrEqual(maxNameLength);
      // Text without an action is its own name.
      expect(result instanceof NameTemplate || source.includes('{{')).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('a name does not grow with what a program calls itself', () => {
  const long = 'x'.repeat(30_000);
  const candidate = someCandidate({ comm: 'a', cmdline: [`/bin/${long}`, long] });
  const source = '{{.Matches}}{{.ExeFull}}'.repeat(20_000);
  expect(new NameTemplate(source).render(candidate, new Map([['x', long]]))).toBe(
    `map[x:${'x'.repeat(maxNameLength - 6)}`,
  );
  expect(candidate.exeBase).toHaveLength(maxNameLength);
});

test('any expression matches any text, or is refused', () => {
  fc.assert(
    fc.property(regexp, fc.string({ unit: 'binary' }), (source, text) => {
      const result = allowing(GoRegexpError, () => new GoRegexp(source));
      if (!(result instanceof GoRegexp)) return;
      expect(result.looksAt * RE2JS.compile(source).programSize()).toBeLessThanOrEqual(maxSteps);
      const groups = result.find(text);
      if (!groups) return;
      expect(groups).toHaveLength(result.groupNames.length);
      expect(text).toContain(groups[0]);
    }),
    { numRuns: 5000 },
  );
});

test.each(['('.repeat(5000), '(a'.repeat(2000) + ')'.repeat(2000), '(((a{30}){30}){30}){30}'])(
  'an expression that nests deep ends: %#',
  (source) => {
    const result = allowing(GoRegexpError, () => new GoRegexp(source));
    expect(result).toBeDefined();
  },
);
