import type { SeriesLabels } from './series-labels';

/** One series of a counter family, as it stands until the next pass. */
export interface CounterSeries {
  /** In the order of the family's labels; the same array in every snapshot. */
  readonly labelValues: readonly string[];
  readonly value: number;
}

interface Counter {
  readonly series: { readonly labelValues: readonly string[]; value: number };
  /** Until then `shown` is exposed, and `total` after. */
  readonly visibleFromMs: number;
  readonly shown: number;
  total: number;
  lastUsedMs: number;
  /** Whether it is among those whose series is to be written anew. */
  isStale: boolean;
}

/** When a pass takes place, on the monotonic clock. */
export interface PassTime {
  readonly nowMs: number;
  /** The agent's first pass: what begins with the agent has no past that a scraper could miss. */
  readonly first: boolean;
}

/** A name that comes and goes costs a number while it is away; the oldest beyond these begin at 0 again. */
const maxForgotten = 10_000;

/**
 * The series of one counter family. Totals are whole numbers of the smallest unit (microseconds), so that sums are exact.
 *
 * A new series shows 0 until every scraper must have seen it once, and its total after: `rate` and
 * `increase` begin at the first sample, so what a series brings with it would be lost. One that comes back shows its old total for as long.
 */
export class CounterTable {
  private readonly counters = new Map<string, Counter>();
  // The totals of series that were taken out: one that comes back goes on from there.
  private readonly forgotten = new Map<string, number>();
  private all: readonly CounterSeries[] | undefined;
  // Few of thousands move between two passes: the others are not even looked at.
  private stale: Counter[] = [];

  /** @param zeroForMs how long a new series shows 0: longer than any scraper's interval */
  constructor(private readonly zeroForMs: number) {}

  /** @param amount not negative; with 0 the series is made, or kept from being forgotten */
  add({ key, values }: SeriesLabels, amount: number, { nowMs, first }: PassTime): void {
    const counter = this.counters.get(key);
    if (counter) {
      counter.lastUsedMs = nowMs;
      if (amount === 0) return;
      counter.total += amount;
      if (!counter.isStale) this.stale.push(counter);
      counter.isStale = true;
      return;
    }
    const shown = this.forgotten.get(key) ?? 0;
    this.forgotten.delete(key);
    this.all = undefined;
    const made: Counter = {
      series: { labelValues: values, value: 0 },
      visibleFromMs: first ? nowMs : nowMs + this.zeroForMs,
      shown,
      total: shown + amount,
      lastUsedMs: nowMs,
      isStale: true,
    };
    this.counters.set(key, made);
    this.stale.push(made);
  }

  has({ key }: SeriesLabels): boolean {
    return this.counters.has(key);
  }

  get size(): number {
    return this.counters.size;
  }

  /** Keeps a series from being forgotten, if there is one. */
  keep({ key }: SeriesLabels, { nowMs }: PassTime): void {
    const counter = this.counters.get(key);
    if (counter) counter.lastUsedMs = nowMs;
  }

  /**
   * Takes out series that were not used for `forgetAfterMs`, and those that `isWanted` refuses and nobody
   * adds to any more. Every scraper has seen their last value by then.
   */
  forget(
    { nowMs }: PassTime,
    forgetAfterMs: number,
    isWanted: (labelValues: readonly string[]) => boolean,
  ): void {
    for (const [key, { series, lastUsedMs, visibleFromMs, total }] of this.counters) {
      const unusedMs = nowMs - lastUsedMs;
      if (Math.min(unusedMs, nowMs - visibleFromMs) < this.zeroForMs) continue;
      if (unusedMs < forgetAfterMs && isWanted(series.labelValues)) continue;
      this.all = undefined;
      this.counters.delete(key);
      this.forgotten.set(key, total);
    }
    for (const key of this.forgotten.keys()) {
      if (this.forgotten.size <= maxForgotten) break;
      this.forgotten.delete(key);
    }
  }

  /**
   * @param unitsPerValue how many of the smallest unit make 1: a million for seconds of microseconds
   * @returns the same objects each time, with new values: thousands at each scrape would be garbage soon
   */
  series(nowMs: number, unitsPerValue: number): readonly CounterSeries[] {
    this.stale = this.stale.filter((counter) => {
      const { series, shown, total, visibleFromMs } = counter;
      // One that does not show its total yet is looked at again.
      counter.isStale = nowMs < visibleFromMs;
      series.value = (counter.isStale ? shown : total) / unitsPerValue;
      return counter.isStale;
    });
    this.all ??= Array.from(this.counters.values(), ({ series }) => series);
    return this.all;
  }
}
