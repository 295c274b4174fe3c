const zero = 0x30;

/**
 * The whole number whose digits begin at `start`.
 * @param length how many bytes of the buffer are the file
 * @returns `undefined` where no digit is
 */
export function wholeNumberAt(bytes: Buffer, start: number, length: number): number | undefined {
  let value = 0;
  let i = start;
  for (; i < length; i++) {
    const digit = (bytes[i] ?? 0) - zero;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return i === start ? undefined : value;
}
