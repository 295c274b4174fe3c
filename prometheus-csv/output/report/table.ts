import type { Cell } from '../columns';
import { html, type Html } from './html';

/** A column of a report's table: `swatch` is the layer whose colour stands before the text. */
export interface ReportColumn<Line> {
  readonly title: string;
  readonly of: (line: Line) => Cell;
  readonly mark?: (line: Line) => string;
  readonly swatch?: (line: Line) => string;
}

/** Cores with two decimals, and what is less than that as such. */
export function cores(value: number): string {
  if (Number.isNaN(value)) return '';
  const text = value.toFixed(2).replace(/^-/, '−');
  return value > 0 && value < 0.005 ? '<0.01' : text;
}

/** A table with a head; what `of` gives as a number or as cores stands to the right. */
export function reportTable<Line>(
  columns: readonly ReportColumn<Line>[],
  lines: readonly Line[],
): Html {
  const isNumber = (cell: Cell) => typeof cell === 'number' || /^[<−]?\d[\d.]*$/.test(cell ?? '');
  const side = ({ of }: ReportColumn<Line>) =>
    lines.some((line) => isNumber(of(line))) ? 'number' : '';
  const head = columns.map(
    (column) => html`<th scope="col" class="${side(column)}">${column.title}</th>`,
  );
  const body = lines.map((line) => {
    const cells = columns.map((column) => {
      const swatch = column.swatch
        ? html`<span class="swatch ${column.swatch(line)}"></span>`
        : html``;
      const mark = column.mark?.(line) ?? '';
      return html`<td class="${side(column)} ${mark}">${swatch}${column.of(line) ?? ''}</td>`;
    });
    return html`<tr>
      ${cells}
    </tr>`;
  });
  return html`<table>
    <thead>
      <tr>
        ${head}
      </tr>
    </thead>
    <tbody>
      ${body}
    </tbody>
  </table>`;
}
