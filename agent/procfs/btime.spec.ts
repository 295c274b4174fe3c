import { parseBtime } from './btime';

test('when the machine started', () => {
  const text =
    'cpu  1 2 3 4\ncpu0 1 2 3 4\nintr 5 btime 6\nctxt 7\nbtime 1795560583\nprocesses 8\n';
  expect(parseBtime(Buffer.from(text), '/proc/stat')).toBe(1_795_560_583);
});

test('a file without it is broken', () => {
  expect(() => parseBtime(Buffer.from('cpu 1\n'), '/proc/stat')).toThrow(
    '/proc/stat: expected a line "btime …", found none',
  );
});
