/** The identity of a series inside its family, made once: a map finds a string that it has seen at once. */
export interface SeriesLabels {
  /** In the order of the family's labels. */
  readonly values: readonly string[];
  readonly key: string;
}

export function seriesLabels(...values: readonly string[]): SeriesLabels {
  return { values, key: values.join('\0') };
}
