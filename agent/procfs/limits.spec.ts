import { parseOpenFilesLimit } from './limits';

const withLimit = (soft: string) =>
  Buffer.from(`Limit                     Soft Limit           Hard Limit           Units
Max processes             7823                 7823                 processes
Max open files            ${soft.padEnd(21)}524288               files
`);

test.each([
  ['1024', 1024],
  ['unlimited', Infinity],
])('a soft limit of %s', (soft, expected) => {
  expect(parseOpenFilesLimit(withLimit(soft), 'f')).toBe(expected);
});

test('the file of a zombie is empty', () => {
  expect(parseOpenFilesLimit(Buffer.from(''), 'f')).toBeUndefined();
});

test('a text of another form names the file', () => {
  expect(() => parseOpenFilesLimit(Buffer.from('Limit\n'), '/proc/1/limits')).toThrow(
    '/proc/1/limits: expected a line "Max open files" with a limit, found none',
  );
});
