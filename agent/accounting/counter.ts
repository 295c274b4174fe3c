/** One series of a counter family, as its table keeps it. */
export interface Counter {
  /** The table that it is in; `undefined` once it was taken out. */
  table: object | undefined;
  readonly series: { readonly labelValues: readonly string[]; value: number };
  /** Until then `shown` is exposed, and `total` after. */
  readonly visibleFromMs: number;
  readonly shown: number;
  total: number;
  lastUsedMs: number;
  /** Whether it is among those whose series is to be written anew. */
  isStale: boolean;
}
