import { CounterTable, type CounterSeries } from '../accounting/counter-table';
import type { GroupedPass } from '../accounting/grouped-pass';
import { seriesLabels } from '../accounting/series-labels';
import { exitedThreads } from '../accounting/thread-accounts';
import type { Family } from '../../metrics/family';
import type { FamilySamples } from '../collectors/collector';

/**
 * A counter family of a tier: its series begin, expire and come back as those of the account do.
 */
export class TierCounter {
  private readonly table: CounterTable;

  /**
   * @param zeroForMs see `CounterTable`
   * @param lastLabelValues of the label behind `groupname` and `threadname`, where there is one
   */
  constructor(
    private readonly family: Family,
    zeroForMs: number,
    private readonly lastLabelValues: readonly string[] = [],
  ) {
    this.table = new CounterTable(zeroForMs);
  }

  /**
   * @param names group, and thread name in families by thread
   * @param increases one for each value of the last label
   */
  add(names: readonly string[], increases: readonly number[], { time }: GroupedPass): void {
    increases.forEach((increase, i) => {
      this.table.add(this.labels(names, i), increase, time);
    });
  }

  /** After a full pass: keeps the series of who is alive, and takes out those that nobody adds to. */
  review(pass: GroupedPass): void {
    for (const names of this.namesInUse(pass)) {
      const count = Math.max(1, this.lastLabelValues.length);
      for (let i = 0; i < count; i++) this.table.keep(this.labels(names, i), pass.time);
    }
    this.table.forget(pass.time, pass.forgetAfterMs, (labelValues) =>
      pass.isWanted(labelValues.slice(0, this.nameLabels)),
    );
  }

  samples({ time }: GroupedPass): FamilySamples {
    const samples: readonly CounterSeries[] = this.table.series(time.nowMs, 1);
    return { family: this.family, samples };
  }

  private get nameLabels(): number {
    return this.family.labels.includes('threadname') ? 2 : 1;
  }

  private labels(names: readonly string[], i: number) {
    const last = this.lastLabelValues[i];
    return last === undefined ? seriesLabels(...names) : seriesLabels(...names, last);
  }

  private namesInUse(pass: GroupedPass): (readonly string[])[] {
    if (this.nameLabels === 1) {
      return [...new Set(pass.members.map(({ groupname }) => groupname))].map((name) => [name]);
    }
    return [...pass.threadCounts].flatMap(([groupname, threadnames]) =>
      [...threadnames.keys(), exitedThreads].map((threadname) => [groupname, threadname]),
    );
  }
}
