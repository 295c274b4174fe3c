import fc from 'fast-check';
import { csvText, type CsvCell } from './csv-text';

/** Reads CSV as RFC 4180 has it. */
function parsed(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, quoted, plain = '', end] = match;
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

describe('CSV', () => {
  it('has numbers in full precision and nothing for what is not known', () => {
    expect(csvText([['a', 0.1 + 0.2, undefined, -1]])).toBe('a,0.30000000000000004,,-1\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=1+1\nx', '=HYPERLINK("http://x","y")'])(
    'makes no formula of %j',
    (text) => {
      expect(parsed(csvText([[text]]))).toEqual([[`'${text}`]]);
    },
  );

  it('reads back as what was written, whatever the names', () => {
    const texts = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(
        fc.array(fc.array(texts, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        (lines: CsvCell[][]) => {
          const expected = lines.map((cells) =>
            cells.map((cell) => (/^[=+\-@\t\r]/.test(String(cell)) ? `'${cell}` : cell)),
          );
          expect(parsed(csvText(lines))).toEqual(expected);
        },
      ),
    );
  });
});
