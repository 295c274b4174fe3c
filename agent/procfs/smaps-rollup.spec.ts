import { parseSmapsRollup } from './smaps-rollup';

const text = `55b081eba000-7ffc000eb000 ---p 00000000 00:00 0                          [rollup]
Rss:                1768 kB
Pss:                 169 kB
Pss_Dirty:           108 kB
Swap:                 80 kB
SwapPss:              40 kB
Locked:                0 kB
`;

test('what is its share of memory and of swap space', () => {
  const expected = { residentBytes: 169 * 1024, swappedBytes: 40 * 1024 };
  expect(parseSmapsRollup(Buffer.from(text), 'f')).toEqual(expected);
});

test('a text of another form names the file', () => {
  expect(() => parseSmapsRollup(Buffer.from('Rss: 1 kB\n'), '/proc/1/smaps_rollup')).toThrow(
    '/proc/1/smaps_rollup: expected lines "Pss:" and "SwapPss:", found them not',
  );
});
