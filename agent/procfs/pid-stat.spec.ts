import fc from 'fast-check';
import { KernelFileError } from '../kernel-files/kernel-files';
import { parsePidStat } from './pid-stat';

const tail =
  'S 1 700 700 0 -1 1077936384 5 6 7 8 1234 567 89 10 20 0 23 0 4711 18446744073709551615';

function parse(comm: Buffer | string, fields = tail) {
  return parsePidStat(
    Buffer.concat([Buffer.from('700 ('), Buffer.from(comm), Buffer.from(`) ${fields}\n`)]),
    '/proc/700/stat',
  );
}

test('reads the fields by their numbers in proc_pid_stat(5)', () => {
  expect(parse('kubelet')).toEqual({
    pid: 700,
    comm: 'kubelet',
    state: 'S',
    ppid: 1,
    flags: 1077936384,
    utimeTicks: 1234,
    stimeTicks: 567,
    cutimeTicks: 89,
    cstimeTicks: 10,
    numThreads: 23,
    starttimeTicks: 4711,
  });
});

test.each([
  ['a closing parenthesis', ') S 9 ('],
  ['only parentheses', '))((  '],
  ['a newline', 'two\nlines'],
  ['nothing', ''],
  ['quotes and backslashes', '"\\n'],
])('takes a comm with %s as it is', (_, comm) => {
  expect(parse(comm)).toMatchObject({ comm, state: 'S', ppid: 1, starttimeTicks: 4711 });
});

test('replaces bytes that are not UTF-8', () => {
  expect(parse(Buffer.from([0x61, 0xff, 0x62])).comm).toBe('a\ufffdb');
});

test('survives the largest numbers that the kernel prints', () => {
  const huge = tail.replace('1234', '18446744073709551615');
  expect(parse('x', huge).utimeTicks).toBe(2 ** 64);
});

test('names the file and shows the text when it has another form', () => {
  expect(() => parsePidStat(Buffer.from('700 kubelet'), '/proc/700/stat')).toThrow(
    new KernelFileError('/proc/700/stat', 'expected "pid (comm) state …", found "700 kubelet"'),
  );
  expect(() => parse('x', 'S 1 two')).toThrow('/proc/700/stat: field 5 is not a number');
});

test('throws nothing but KernelFileError, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      let thrown: unknown;
      try {
        parsePidStat(Buffer.from(bytes), '/proc/1/stat');
      } catch (error) {
        thrown = error;
      }
      expect(thrown === undefined || thrown instanceof KernelFileError).toBe(true);
    }),
  );
});

test('any comm goes through unharmed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 15 }), (comm) => {
      expect(parse(comm)).toMatchObject({ comm, utimeTicks: 1234 });
    }),
  );
});
