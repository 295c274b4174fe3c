import fc from 'fast-check';
import { KernelFileError } from '../kernel-files/kernel-files';
import { parsePidStat } from './pid-stat';

const tail =
  'S 1 700 700 0 -1 1077936384 5 6 7 8 1234 567 89 10 20 0 23 0 4711 18446744073709551615 321 99';

function parse(comm: Buffer | string, fields = tail, knownComm?: string) {
  const bytes = Buffer.concat([
    Buffer.from('700 ('),
    Buffer.from(comm),
    Buffer.from(`) ${fields}\n`),
  ]);
  // What stands behind the content is of another file.
  return parsePidStat(
    Buffer.concat([bytes, Buffer.from('1) 2 3')]),
    bytes.length,
    '/proc/700/stat',
    knownComm,
  );
}

test('reads the fields by their numbers in proc_pid_stat(5)', () => {
  expect(parse('kubelet')).toEqual({
    pid: 700,
    comm: 'kubelet',
    state: 'S'.charCodeAt(0),
    ppid: 1,
    flags: 1077936384,
    minflt: 5,
    majflt: 7,
    utimeTicks: 1234,
    stimeTicks: 567,
    cutimeTicks: 89,
    cstimeTicks: 10,
    numThreads: 23,
    starttimeTicks: 4711,
    vsizeBytes: 2 ** 64,
    rssPages: 321,
  });
});

test.each([
  ['a closing parenthesis', ') S 9 ('],
  ['only parentheses', '))((  '],
  ['a newline', 'two\nlines'],
  ['nothing', ''],
  ['quotes and backslashes', '"\\n'],
])('takes a comm with %s as it is', (_, comm) => {
  expect(parse(comm)).toMatchObject({ comm, ppid: 1, starttimeTicks: 4711 });
});

test('replaces bytes that are not UTF-8', () => {
  expect(parse(Buffer.from([0x61, 0xff, 0x62])).comm).toBe('a\ufffdb');
});

test('survives the largest numbers that the kernel prints', () => {
  const huge = tail.replace('1234', '18446744073709551615');
  expect(parse('x', huge).utimeTicks).toBe(2 ** 64);
});

test('names the file and shows the text when it has another form', () => {
  expect(() => parsePidStat(Buffer.from('700 kubelet'), 11, '/proc/700/stat')).toThrow(
    new KernelFileError('/proc/700/stat', 'expected "pid (comm) state …", found "700 kubelet"'),
  );
  for (const fields of ['S 1 two', tail.replace('23 0', 'x 0'), tail.replace(' 321 99', '')]) {
    expect(() => parse('x', fields)).toThrow(
      '/proc/700/stat: expected 24 fields of numbers, found "700 (x) S 1',
    );
  }
});

test('throws nothing but KernelFileError, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      let thrown: unknown;
      try {
        parsePidStat(Buffer.from(bytes), bytes.length, '/proc/1/stat');
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

test('a comm that is known is told apart from every other', () => {
  const comm = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u00c3', ')'), maxLength: 4 });
  fc.assert(
    fc.property(comm, comm, (now, known) => {
      expect(parse(now, tail, known).comm).toBe(now);
    }),
  );
});
