import type { CounterSeries } from '../accounting/counter';
import type { Snapshot } from '../accounting/snapshot';
import type { FamilySamples } from '../collectors/collector';

/** One scraper's series: what `increase` would make of its samples. */
export class Scraper {
  private readonly last = new Map<string, number>();
  readonly increase = new Map<string, number>();

  constructor(public nextUsec: number) {}

  /** @param families of tiers; only their counters are taken */
  take(snapshot: Snapshot, families: readonly FamilySamples[] = []): void {
    for (const [key, value] of [...samplesOf(snapshot), ...families.flatMap(countersOf)]) {
      const last = this.last.get(key);
      if (last !== undefined && value < last) {
        throw new Error(`${key} fell from ${last} to ${value}`);
      }
      // The first sample of a series is where increase begins.
      const increase = last === undefined ? 0 : value - last;
      this.increase.set(key, (this.increase.get(key) ?? 0) + increase);
      this.last.set(key, value);
    }
  }

  sum(prefix: string): number {
    let sum = 0;
    for (const [key, usec] of this.increase) if (key.startsWith(prefix)) sum += usec;
    return sum;
  }
}

function samplesOf(snapshot: Snapshot): [string, number][] {
  const { node } = snapshot;
  const keyed = (name: string, series: readonly CounterSeries[]) =>
    series.map(({ labelValues, value }): [string, number] => [
      [name, ...labelValues, ''].join('|'),
      Math.round(value * 1e6),
    ]);
  return [
    ...keyed('unit', snapshot.unitSeconds),
    ...keyed('group', snapshot.groupSeconds),
    ...keyed('namegroup', snapshot.namegroupSeconds),
    ...keyed('thread', snapshot.threadSeconds),
    ['node|busy', node.busyUsec],
    ['node|idle', node.idleUsec],
    ['dropped', Math.round(snapshot.claimsDroppedSeconds * 1e6)],
  ];
}

function countersOf({ family, samples }: FamilySamples): [string, number][] {
  if (family.type !== 'counter') return [];
  return samples.map(({ labelValues, value }) => [
    [family.name, ...labelValues, ''].join('|'),
    value,
  ]);
}
