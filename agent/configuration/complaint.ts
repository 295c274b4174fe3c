/** What is wrong at one place of a file. */
export interface Complaint {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Where in the structure: `process_names[0].cmdline[1]`; empty for the file as a whole. */
  readonly key: string;
  /** What was expected and what was found, with the key as subject: `expects a list, found "a"`. */
  readonly problem: string;
}

/** Complaints beyond so many only say the same again. */
const shownComplaints = 100;

/** A file of settings that cannot be taken. The message has a sentence, on a line, for each complaint. */
export class ComplaintsError extends Error {
  override readonly name = 'ComplaintsError';

  /** @param path as it was given, for the message */
  constructor(
    path: string,
    readonly complaints: readonly Complaint[],
  ) {
    const lines = complaints
      .slice(0, shownComplaints)
      .map(({ line, column, key, problem }) =>
        [`${path}:${line}:${column}`, ...(key === '' ? [] : [key]), problem].join(': '),
      );
    const more = complaints.length - lines.length;
    const all = [...lines, ...(more > 0 ? [`${path}: and ${more} more complaints`] : [])];
    super(all.map((line) => `${line}.`).join('\n'));
  }
}
