/** By how much counters of somebody rose, from one reading to the next. */
export class Increases<Owner extends object> {
  private readonly seen = new WeakMap<Owner, readonly number[]>();

  /**
   * @param values the counters as they are now, in the same order each time
   * @param bornInView whether at first sight all of it counts, because nobody could have seen it before
   * @returns for each counter what it rose by; one that fell rose by nothing
   */
  of(owner: Owner, values: readonly number[], bornInView: boolean): readonly number[] {
    const before = this.seen.get(owner) ?? (bornInView ? values.map(() => 0) : values);
    this.seen.set(
      owner,
      values.map((value, i) => Math.max(value, before[i] ?? 0)),
    );
    return values.map((value, i) => Math.max(0, value - (before[i] ?? 0)));
  }
}
