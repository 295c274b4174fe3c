import type { Counter, CounterSeries } from './counter';
import type { SeriesLabels } from './series-labels';

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
  // The series of all counters, each at its place, and whether that changed since it was asked for.
  private all: CounterSeries[] = [];
  private changed = false;
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
    const { size } = this.counters;
    // As in `NameBudget.review`: thousands of steps that leave nothing behind.
    this.counters.forEach((counter, key) => {
      const { series, lastUsedMs, visibleFromMs, total } = counter;
      const unusedMs = nowMs - lastUsedMs;
      if (Math.min(unusedMs, nowMs - visibleFromMs) < this.zeroForMs) return;
      if (unusedMs < forgetAfterMs && isWanted(series.labelValues)) return;
      counter.table = undefined;
      this.counters.delete(key);
      this.forgotten.set(key, total);
    });
    if (this.counters.size < size) this.closeRanks();
    for (const key of this.forgotten.keys()) {
      if (this.forgotten.size <= maxForgotten) break;
      this.forgotten.delete(key);
    }
  }

  /**
   * @param unitsPerValue how many of the smallest unit make 1: a million for seconds of microseconds
   * @returns of a series whose value is as before, the same object: thousands at each scrape would be garbage
   * soon; and where that is true of all, the same array
   */
  series(nowMs: number, unitsPerValue: number): readonly CounterSeries[] {
    const { stale } = this;
    this.stale = [];
    for (const counter of stale) {
      const { series, shown, total, visibleFromMs, place } = counter;
      counter.isStale = nowMs < visibleFromMs;
      // One that does not show its total yet is looked at again.
      if (counter.isStale) this.stale.push(counter);
      const value = (counter.isStale ? shown : total) / unitsPerValue;
      // One that was taken out meanwhile has no place any more.
      if (value === series.value || counter.table !== this) continue;
      this.change();
      counter.series = this.all[place] = { labelValues: series.labelValues, value };
    }
    this.changed = false;
    return this.all;
  }

  /** What was given to others stays as it is. */
  private change(): void {
    if (!this.changed) this.all = this.all.slice();
    this.changed = true;
  }

  private closeRanks(): void {
    this.all = Array.from(this.counters.values(), (counter, place) => {
      counter.place = place;
      return counter.series;
    });
    this.changed = true;
  }

  private find(labels: SeriesLabels): Counter | undefined {
    if (labels.counter?.table !== this) labels.counter = this.counters.get(labels.key);
    return labels.counter;
  }

  private make(labels: SeriesLabels, amount: number, { nowMs, first }: PassTime): void {
    const { key, values } = labels;
    const shown = this.forgotten.get(key) ?? 0;
    this.forgotten.delete(key);
    this.change();
    const series: CounterSeries = { labelValues: values, value: 0 };
    const counter: Counter = {
      table: this,
      series,
      place: this.all.push(series) - 1,
      visibleFromMs: first ? nowMs : nowMs + this.zeroForMs,
      shown,
      total: shown + amount,
      lastUsedMs: nowMs,
      isStale: true,
    };
    labels.counter = counter;
    this.counters.set(key, counter);
    this.stale.push(counter);
  }
}
