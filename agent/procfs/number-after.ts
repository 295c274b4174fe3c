import { wholeNumberAt } from '../kernel-files/whole-number';

const space = 0x20;
const tab = 0x09;

/**
 * The whole number that follows a label, blanks between them left out.
 * @param length how many bytes of the buffer are the file
 * @param label begins with the newline before it, unless it can stand in the first line: what a process calls
 *   itself has its newlines escaped
 * @returns `undefined` where the label, or a number behind it, is not there
 */
export function numberAfter(bytes: Buffer, length: number, label: string): number | undefined {
  const at = bytes.subarray(0, length).indexOf(label, 0, 'latin1');
  if (at === -1) return undefined;
  let i = at + label.length;
  while (i < length && (bytes[i] === space || bytes[i] === tab)) i++;
  return wholeNumberAt(bytes, i, length);
}
