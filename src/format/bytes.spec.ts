import { formatBytes } from './bytes';

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1 KiB'],
    [160_000_000, '152.6 MiB'],
    [3 * 1024 ** 3, '3 GiB'],
    [5 * 1024 ** 5, '5,120 TiB'],
  ])('%d is %s', (bytes, text) => {
    expect(formatBytes(bytes, 'en')).toBe(text);
  });

  it('is written as the language writes numbers', () => {
    expect(formatBytes(160_000_000, 'de')).toBe('152,6 MiB');
  });
});
