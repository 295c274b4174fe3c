import type { Counter } from './counter';
import type { SeriesLabels } from './series-labels';

/** One series of a counter family, as it stands until the next pass. */
export interface CounterSeries {
  /** In the order of the family's labels; the same array in every snapshot. */
  readonly labelValues: readonly string[];
  readonly value: number;
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
  add(labels: SeriesLabels, amount: number, time: PassTime): void {
    const counter = this.find(labels);
    if (!counter) {
      this.make(labels, amount, time);
      return;
    }
    counter.lastUsedMs = time.nowMs;
    if (amount === 0) return;
    counter.total += amount;
    if (!counter.isStale) this.stale.push(counter);
    counter.isStale = true;
  }

  has(labels: SeriesLabels): boolean {
    return this.find(labels) !== undefined;
  }

  get size(): number {
    return this.counters.size;
  }

  /** Keeps a series from being forgotten, if there is one. */
  keep(labels: SeriesLabels, { nowMs }: PassTime): void {
    const counter = this.find(labels);
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
    for (const [key, counter] of this.counters) {
      const { series, lastUsedMs, visibleFromMs, total } = counter;
      const unusedMs = nowMs - lastUsedMs;
      if (Math.min(unusedMs, nowMs - visibleFromMs) < this.zeroForMs) continue;
      if (unusedMs < forgetAfterMs && isWanted(series.labelValues)) continue;
      this.all = undefined;
      counter.table = undefined;
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
   * @returns the same objects each time, with new values: thousands at each scrape would be garbage soon; and
   * the same array when no value changed
   */
  series(nowMs: number, unitsPerValue: number): readonly CounterSeries[] {
    let changed = false;
    const { stale } = this;
    this.stale = [];
    for (const counter of stale) {
      const { series, shown, total, visibleFromMs } = counter;
      counter.isStale = nowMs < visibleFromMs;
      const value = (counter.isStale ? shown : total) / unitsPerValue;
      changed ||= series.value !== value;
      series.value = value;
      // One that does not show its total yet is looked at again.
      if (counter.isStale) this.stale.push(counter);
    }
    if (!this.all) this.all = Array.from(this.counters.values(), ({ series }) => series);
    else if (changed) this.all = this.all.slice();
    return this.all;
  }

  private find(labels: SeriesLabels): Counter | undefined {
    if (labels.counter?.table !== this) labels.counter = this.counters.get(labels.key);
    return labels.counter;
  }

  private make({ key, values }: SeriesLabels, amount: number, { nowMs, first }: PassTime): void {
    const shown = this.forgotten.get(key) ?? 0;
    this.forgotten.delete(key);
    this.all = undefined;
    const counter: Counter = {
      table: this,
      series: { labelValues: values, value: 0 },
      visibleFromMs: first ? nowMs : nowMs + this.zeroForMs,
      shown,
      total: shown + amount,
      lastUsedMs: nowMs,
      isStale: true,
    };
    this.counters.set(key, counter);
    this.stale.push(counter);
  }
}
