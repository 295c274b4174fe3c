/** One cell: a number in full precision, a text, or nothing for what is not known. */
export type CsvCell = string | number | undefined;

/** Spreadsheets take a cell that begins like this for a formula, even a quoted one. */
const formulaLike = /^[=+\-@\t\r]/;

function cellText(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formulaLike.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Lines as CSV (RFC 4180): a decimal point in every language, and an apostrophe before texts that a
 * spreadsheet would run as a formula, since names of processes are anybody's to choose.
 */
export function csvText(lines: readonly (readonly CsvCell[])[]): string {
  return lines.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
}
