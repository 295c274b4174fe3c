import type { TimeGrid } from '../questions/time-grid';
import type { Cell, Column } from './columns';

/** Lines in columns, and what they are about. */
export interface Document {
  readonly about: Readonly<Record<string, Cell>>;
  readonly columns: readonly string[];
  readonly lines: readonly (readonly Cell[])[];
}

/** The interval and the windows, as JSON and YAML carry them. */
export function aboutGrid({ startMs, endMs, windowMs, stepMs }: TimeGrid): Document['about'] {
  return {
    from: new Date(startMs).toISOString(),
    to: new Date(endMs).toISOString(),
    window_seconds: windowMs / 1000,
    step_seconds: stepMs / 1000,
  };
}

/** A document of these lines. */
export function documentOf<Line>(
  about: Document['about'],
  columns: readonly Column<Line>[],
  lines: readonly Line[],
): Document {
  return {
    about,
    columns: columns.map(({ name }) => name),
    lines: lines.map((line) => columns.map((column) => column.of(line))),
  };
}

/** Each line as an object with the names of the columns. */
export function objectsOf({ columns, lines }: Document): Record<string, Cell>[] {
  return lines.map((line) =>
    Object.fromEntries(columns.map((column, i) => [column, line[i] ?? null])),
  );
}
