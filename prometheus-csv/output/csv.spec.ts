import fc from 'fast-check';
import { parse } from 'papaparse';
import { csvText } from './csv';
import { tableText } from './table';

const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true }), fc.constant(null));

it('CSV reads back as what it was, but that no text begins a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (lines) => {
      const text = csvText({ columns: ['a', 'b'], lines });
      const { data, errors } = parse<string[]>(text.slice(0, -2), {
        delimiter: ',',
        newline: '\r\n',
      });
      expect(errors).toEqual([]);
      expect(data.slice(1)).toEqual(
        lines.map((line) =>
          line.map((value) => {
            const plain = value === null ? '' : String(value);
            return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${plain}` : plain;
          }),
        ),
      );
    }),
  );
});

it('CSV without lines is its head', () => {
  expect(csvText({ columns: ['a', 'b'], lines: [] })).toBe('a,b\r\n');
});

it('a table holds nothing that a terminal would obey', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const text = tableText({ about: {}, columns: ['name'], lines: [[name]] });
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }),
  );
});
