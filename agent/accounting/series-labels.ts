import type { Counter } from './counter';

/** The identity of a series inside its family, made once. */
export interface SeriesLabels {
  /** In the order of the family's labels. */
  readonly values: readonly string[];
  readonly key: string;
  /** Where its table found it last: maps are most of what adding to a series costs. */
  counter: Counter | undefined;
}

export function seriesLabels(...values: readonly string[]): SeriesLabels {
  return { values, key: values.join('\0'), counter: undefined };
}
