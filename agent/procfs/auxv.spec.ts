import fs from 'node:fs';
import os from 'node:os';
import { parsePageBytes } from './auxv';

const words = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, i) => bytes.writeBigUInt64LE(BigInt(value), i * 8));
  return bytes;
};

test('finds the size of a page in either order of bytes', () => {
  const vector = words(33, 6, 16, 7, 6, 65_536, 0, 0);
  expect(parsePageBytes(vector, true, 'f')).toBe(65_536);
  expect(parsePageBytes(Buffer.from(vector).swap64(), false, 'f')).toBe(65_536);
});

test('finds the one of this machine', () => {
  const pageBytes = parsePageBytes(
    fs.readFileSync('/proc/self/auxv'),
    os.endianness() === 'LE',
    'f',
  );
  // Node.js asks the kernel for the resident set in bytes; the file has it in pages.
  const pages = Number(fs.readFileSync('/proc/self/statm', 'utf8').split(' ')[1]);
  expect(Math.log2(pageBytes) % 1).toBe(0);
  expect(process.memoryUsage.rss() / pages / pageBytes).toBeCloseTo(1, 0);
});

test.each([[words()], [words(33, 6)], [words(6)]])('complains when there is none', (bytes) => {
  expect(() => parsePageBytes(bytes, true, '/proc/self/auxv')).toThrow(
    '/proc/self/auxv: expected the size of a page (AT_PAGESZ), found none',
  );
});
