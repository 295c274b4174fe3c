import { parseIo } from './io';

const text = `rchar: 1
wchar: 2
syscr: 3
syscw: 4
read_bytes: 4096
write_bytes: 8192
cancelled_write_bytes: 512
`;

test('what went to storage and came from it, not what was only written to memory or taken back', () => {
  expect(parseIo(Buffer.from(text), 'f')).toEqual({ readBytes: 4096, writeBytes: 8192 });
});

test('a text of another form names the file', () => {
  expect(() => parseIo(Buffer.from('rchar: 1\n'), '/proc/1/io')).toThrow(
    '/proc/1/io: expected lines "read_bytes:" and "write_bytes:", found them not',
  );
});
