/** What an export shows: a slice of the rows, or the account of classes. */
export const views = [
  'all',
  'housekeeping',
  'infra',
  'workload',
  'kernel',
  'threads',
  'account',
] as const;
export type View = (typeof views)[number];

export const formats = ['csv', 'json', 'yaml', 'table'] as const;
export type Format = (typeof formats)[number];

/** What rows can be sorted by; figures from the largest down, names from A to Z. */
export const sortKeys = ['avg', 'min', 'max', 'p95', 'name', 'node'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What is held against a reservation. */
export const judgements = ['platform', 'host'] as const;
export type Judgement = (typeof judgements)[number];
