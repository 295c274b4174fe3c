import fc from 'fast-check';
import { RE2JS } from 're2js';
import { KernelFileError } from '../kernel-files/kernel-files';
import { parseBtime } from '../procfs/btime';
import { parseCgroupPaths } from '../procfs/cgroup';
import { findUsername } from '../procfs/passwd';
import { type IoBytes, parseIo } from '../procfs/io';
import { parseMaxOpenFiles } from '../procfs/limits';
import { parseSwapUsedBytes } from '../procfs/meminfo';
import { parsePidStat } from '../procfs/pid-stat';
import { parseSmapsRollup, type ProportionalMemory } from '../procfs/smaps-rollup';
import {
  type ContextSwitches,
  parseContextSwitches,
  parseEffectiveUid,
  parseSwapBytes,
} from '../procfs/status';
import { parseWchan } from '../procfs/wchan';
import { RulesFileError } from './complaint';
import { GoRegexp, GoRegexpError, maxSteps } from './go-regexp';
import { NameTemplate } from './name-template';
import { match, nameBy } from './rules';
import { parseRulesFile } from './rules-file';
import { someCandidate } from './some-process';
import { NameTemplateError } from './template-syntax';

/** What it answers, or the error of its own kind; any other error fails the test. */
function allowing<T>(kind: new (...args: never[]) => Error, work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
}

/** Text that is often nearly right. */
const nearly = (...words: string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 20,
    })
    .map((parts) => parts.join(''));

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
      const result = allowing(RulesFileError, () => parseRulesFile(text, 'f'));
      if (!(result instanceof RulesFileError)) return;
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
      const rules = allowing(RulesFileError, () => parseRulesFile(text, 'f'));
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
  const candidate = someCandidate();
  fc.assert(
    fc.property(template, (source) => {
      const result = allowing(NameTemplateError, () => new NameTemplate(source));
      if (result instanceof NameTemplate) result.render(candidate, new Map([['x', 'y']]));
      // Text without an action is its own name.
      expect(result instanceof NameTemplate || source.includes('{{')).toBe(true);
    }),
    { numRuns: 5000 },
  );
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

const moreParsers: readonly ((
  bytes: Buffer,
  path: string,
) => number | undefined | ContextSwitches | IoBytes | ProportionalMemory)[] = [
  parseContextSwitches,
  parseIo,
  parseMaxOpenFiles,
  parseSmapsRollup,
  parseSwapUsedBytes,
  (bytes, path) => parsePidStat(bytes, bytes.length, path).rssPages,
];

test('any bytes of a kernel file are read, or are broken', () => {
  const words = nearly(
    '\nread_bytes: ',
    '\nwrite_bytes: ',
    '\nvoluntary_ctxt_switches:\t',
    '\nnonvoluntary_ctxt_switches:\t',
    '\nVmSwap: ',
    '\nSwapTotal: ',
    '\nSwapFree: ',
    '\nPss: ',
    '\nSwapPss: ',
    'Max open files   ',
    'unlimited ',
    '1 (a) S ',
    '1 '.repeat(24),
    'btime ',
    'Uid:\t',
    '0\t',
    '1\n',
    '\n',
    ':',
    '0::/',
    '\0',
    'root:x:0:',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        words.map((text) => Buffer.from(text)),
        fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      ),
      (bytes) => {
        for (const parse of [parseBtime, parseEffectiveUid]) {
          const result = allowing(KernelFileError, () => parse(bytes, '/f'));
          expect(result instanceof KernelFileError || Number.isSafeInteger(result)).toBe(true);
        }
        for (const parse of moreParsers) {
          const result = allowing(KernelFileError, () => parse(bytes, '/f'));
          if (result instanceof Error || result === undefined) continue;
          const numbers = typeof result === 'number' ? [result] : Object.values(result);
          for (const one of numbers) expect(one).not.toBeNaN();
        }
        expect(parseSwapBytes(bytes)).not.toBeNaN();
        expect(parseWchan(bytes)).not.toBe('0');
        for (const path of parseCgroupPaths(bytes)) expect(path).not.toContain('\n');
        expect(findUsername(bytes, 0)).not.toBe('');
      },
    ),
    { numRuns: 5000 },
  );
});
