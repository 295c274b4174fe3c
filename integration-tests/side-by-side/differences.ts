/** How far a value of ours may be from process-exporter's, or that only one of us has the series. */
export type Bound =
  | { readonly only: 'here' | 'there' }
  /** Ours less theirs, from the least to the most. */
  | { readonly within: readonly [least: number, most: number] };

/** A difference that we mean. */
export interface Difference {
  /** Families, by name without `namedprocess_namegroup_`. */
  readonly family: RegExp;
  /** Labels that a series must have for it; others may be anything. */
  readonly labels?: Readonly<Record<string, RegExp>>;
  readonly bound: Bound;
  readonly reason: string;
  /** Of github.com/ncabatoff/process-exporter; empty where nobody filed one. */
  readonly issues: readonly number[];
}

/** Every difference there may be: one that is not here fails, and one that never is found fails, too. */
export const differences: readonly Difference[] = [
  {
    family: /^(states|threads_wchan)$/,
    bound: { within: [-1, -1] },
    reason: 'process-exporter counts the first thread of a process with threads twice',
    issues: [266, 325, 338],
  },
  {
    family: /^oldest_start_time_seconds$/,
    bound: { within: [0, 0.99] },
    reason: 'process-exporter leaves out fractions of a second',
    issues: [],
  },
  {
    family: /^thread_/,
    labels: { groupname: /single|parent|exec|R 1|hpt-"|alpha|beta/ },
    bound: { only: 'here' },
    reason: 'process-exporter has no families by thread for a process of one thread',
    issues: [],
  },
  {
    family: /./,
    labels: { groupname: /hpt-now/ },
    bound: { only: 'here' },
    reason: 'process-exporter keeps the name that a process had before it ran another program',
    issues: [29, 81, 214, 229, 288],
  },
  {
    family: /./,
    labels: { groupname: /hpt-exec/ },
    bound: { within: [-Infinity, 0] },
    reason: 'there the process of another program is still counted under the name that it had',
    issues: [29, 81, 214, 229, 288],
  },
  {
    family: /^(oldest_start_time_seconds|threads_wchan)$/,
    labels: { groupname: /hpt-exec/ },
    bound: { only: 'there' },
    reason: 'here nobody has that name any more who could have begun or could wait',
    issues: [29, 81, 214, 229, 288],
  },
];
