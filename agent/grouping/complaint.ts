/** What is wrong at one place of a file. */
export interface Complaint {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Where in the structure: `process_names[0].cmdline[1]`; empty for the file as a whole. */
  readonly key: string;
  /** What was expected and what was found, as a sentence without subject: `expects a list, found a text`. */
  readonly problem: string;
}

/** Complaints beyond so many only say the same again. */
const shownComplaints = 100;

/** A file of rules that cannot be taken. The message has a line for each complaint. */
export class RulesFileError extends Error {
  override readonly name = 'RulesFileError';

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
    super([...lines, ...(more > 0 ? [`${path}: and ${more} more complaints`] : [])].join('\n'));
  }
}
