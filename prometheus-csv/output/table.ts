import type { Cell } from './columns';
import type { Document } from './document';

/** What a terminal would obey in place of showing it. */
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function shown(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : cell.replace(controls, '\u{fffd}');
}

/** Figures of one column have as many decimals as each other, at most three. */
function textsOf(cells: readonly Cell[]): string[] {
  const whole = cells.every((cell) => typeof cell !== 'number' || Number.isInteger(cell));
  return cells.map((cell) => (typeof cell === 'number' && !whole ? cell.toFixed(3) : shown(cell)));
}

/** Code points: for what processes and pods are called, these are the columns of a terminal. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** A table for people: columns that hold nothing are left out, numbers stand to the right. */
export function tableText({ columns, lines }: Document): string {
  const filled = columns.flatMap((name, i) => {
    const cells = lines.map((line) => line[i] ?? null);
    if (cells.every((cell) => cell === null || cell === '')) return [];
    const texts = [name, ...textsOf(cells)];
    const width = Math.max(...texts.map(lengthOf));
    const right = cells.some((cell) => typeof cell === 'number');
    return [{ texts, width, right }];
  });
  const rows = Array.from({ length: lines.length + 1 }, (_, row) =>
    filled
      .map(({ texts, width, right }) => {
        const text = texts[row] ?? '';
        const space = ' '.repeat(width - lengthOf(text));
        return right ? space + text : text + space;
      })
      .join('  ')
      .trimEnd(),
  );
  return `${rows.join('\n')}\n`;
}
