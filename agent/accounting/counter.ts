/** One series of a counter family, as it stands until the next pass. */
export interface CounterSeries {
  /** In the order of the family's labels; the same array in every snapshot. */
  readonly labelValues: readonly string[];
  readonly value: number;
}

/** One series of a counter family, as its table keeps it. */
export interface Counter {
  /** The table that it is in; `undefined` once it was taken out. */
  table: object | undefined;
  /** As it was exposed last: another object when its value changes. */
  series: CounterSeries;
  /** Where it stands among the series of its table. */
  place: number;
  /** Until then `shown` is exposed, and `total` after. */
  readonly visibleFromMs: number;
  readonly shown: number;
  total: number;
  lastUsedMs: number;
  /** Whether it is among those whose series is to be written anew. */
  isStale: boolean;
}
