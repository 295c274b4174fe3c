import { parseSwapUsedBytes } from './meminfo';

const withSwap = (total: number, free: number) =>
  Buffer.from(
    `MemTotal: 8000 kB\nSwapCached: 7 kB\nSwapTotal: ${total} kB\nSwapFree: ${free} kB\n`,
  );

test.each([
  [0, 0, 0],
  [1000, 1000, 0],
  [1000, 600, 409_600],
])('of %d kB %d are free', (total, free, expected) => {
  expect(parseSwapUsedBytes(withSwap(total, free), 'f')).toBe(expected);
});

test('a text of another form names the file', () => {
  expect(() => parseSwapUsedBytes(Buffer.from('MemTotal: 1 kB\n'), '/proc/meminfo')).toThrow(
    '/proc/meminfo: expected lines "SwapTotal:" and "SwapFree:", found them not',
  );
});
