import { unparse } from 'papaparse';
import type { Document } from './document';

/**
 * CSV as RFC 4180 has it. Text that a spreadsheet would take for a formula (a process may call itself
 * `=cmd|…`) gets an apostrophe in front; numbers stay numbers.
 */
export function csvText({ columns, lines }: Pick<Document, 'columns' | 'lines'>): string {
  const data = lines.map((line) => [...line]);
  const text = unparse({ fields: [...columns], data }, { newline: '\r\n', escapeFormulae: true });
  // Without lines the head has its end already.
  return lines.length === 0 ? text : `${text}\r\n`;
}
