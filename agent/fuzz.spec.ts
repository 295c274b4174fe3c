import fc from 'fast-check';
import { parseCgroupProcs } from './cgroupfs/cgroup-procs';
import { parseUsageUsec } from './cgroupfs/cpu-stat';
import { KernelFileError } from './kernel-files/kernel-files';
import { allowing, nearly } from './testdata/fuzzing';
import { parsePageBytes } from './procfs/auxv';
import { parseBtime } from './procfs/btime';
import { parseCgroupPaths } from './procfs/cgroup';
import { maxCmdlineBytes, parseCmdline } from './procfs/cmdline';
import { parseIo } from './procfs/io';
import { countCpuList, countCpuMask, kernelParameter } from './procfs/kernel-command-line';
import { parseMaxOpenFiles } from './procfs/limits';
import { parseSwapUsedBytes } from './procfs/meminfo';
import { parseMountinfo } from './procfs/mountinfo';
import { findUsername } from './procfs/passwd';
import { parsePidStat } from './procfs/pid-stat';
import { parseSmapsRollup } from './procfs/smaps-rollup';
import { parseStat } from './procfs/stat';
import { parseContextSwitches, parseEffectiveUid, parseSwapBytes } from './procfs/status';
import { parseWchan } from './procfs/wchan';

/** Bytes that are often nearly a file of the kernel's. */
const bytes = fc.oneof(
  nearly(
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
    ') ',
    '1 '.repeat(24),
    'cpu',
    'cpu0 ',
    'btime ',
    'usage_usec ',
    'Uid:\t',
    '25 1 0:2 / /a\\040b rw - cgroup2 none rw',
    ' - ',
    'x="',
    '0-3,',
    '0\t',
    '1\n',
    '-',
    '9'.repeat(20),
    '\n',
    ':',
    '0::/',
    '\0',
    'root:x:0:',
    '\x06\0\0\0\0\0\0\0\0\x10\0\0\0\0\0\0',
  ).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 100 }).map((some) => Buffer.from(some)),
);

/** Every number in what a parser answers. */
function numbersIn(answer: unknown): number[] {
  if (typeof answer === 'number') return [answer];
  return typeof answer === 'object' && answer !== null
    ? Object.values(answer).flatMap(numbersIn)
    : [];
}

test.each<[string, (file: Buffer, path: string) => unknown]>([
  ['auxv', (file, path) => [parsePageBytes(file, true, path), parsePageBytes(file, false, path)]],
  ['btime', parseBtime],
  ['cgroup', parseCgroupPaths],
  ['cgroup.procs', (file) => parseCgroupProcs(file, file.length)],
  ['cmdline', parseCmdline],
  ['cpu.stat', (file, path) => parseUsageUsec(file, file.length, path)],
  ['io', parseIo],
  ['limits', parseMaxOpenFiles],
  ['meminfo', parseSwapUsedBytes],
  ['mountinfo', parseMountinfo],
  ['passwd', (file) => findUsername(file, 0)],
  ['pid/stat', (file, path) => parsePidStat(file, file.length, path, 'a')],
  ['smaps_rollup', parseSmapsRollup],
  ['stat', (file, path) => parseStat(file, file.length, path)],
  ['status: context switches', parseContextSwitches],
  ['status: swap', parseSwapBytes],
  ['status: user', parseEffectiveUid],
  ['the kernel command line', (file) => kernelParameter(file, 'x')],
  ['lists of CPUs', (file) => countCpuList(file.toString())],
  ['masks of CPUs', (file) => countCpuMask(file.toString())],
  ['wchan', parseWchan],
])('any bytes as %s are read, or are broken', (_, parse) => {
  fc.assert(
    fc.property(bytes, (file) => {
      const answer = allowing(KernelFileError, () => parse(file, '/f'));
      for (const one of numbersIn(answer)) expect(one).not.toBeNaN();
      // Nothing grows out of a file that is not in it.
      expect(JSON.stringify([answer]).length).toBeLessThanOrEqual(1000 + 40 * file.length);
    }),
    { numRuns: 1000 },
  );
});

test('what is read has the form of what it is', () => {
  fc.assert(
    fc.property(bytes, (file) => {
      expect(parseWchan(file)).not.toBe('0');
      for (const path of parseCgroupPaths(file)) expect(path).not.toContain('\n');
      expect(findUsername(file, 0)).not.toBe('');
      const uid = allowing(KernelFileError, () => parseEffectiveUid(file, '/f'));
      expect(uid instanceof KernelFileError || Number.isSafeInteger(uid)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('arguments without end are cut', () => {
  const args = parseCmdline(Buffer.alloc(3 * maxCmdlineBytes, 'ab\0'));
  expect(args.join('\0').length).toBeLessThanOrEqual(maxCmdlineBytes);
  expect(args.slice(0, 2)).toEqual(['ab', 'ab']);
});
