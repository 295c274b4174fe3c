import type { CounterSeries } from '../accounting/counter';
import { CounterTable } from '../accounting/counter-table';
import type { GroupedPass } from '../accounting/grouped-pass';
import { type SeriesLabels, seriesLabels } from '../accounting/series-labels';
import { exitedThreads } from '../accounting/thread-accounts';
import type { Family } from '../../metrics/family';
import type { FamilySamples } from '../collectors/collector';

/**
 * A counter family of a tier: its series begin, expire and come back as those of the account do.
 */
export class TierCounter {
  private readonly table: CounterTable;
  // By group and thread name: made once, as most are looked for again and again.
  private known = new Map<string, Map<string, readonly SeriesLabels[]>>();
  private knownCount = 0;

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
    this.labelsOf(names).forEach((labels, i) => {
      this.table.add(labels, increases[i] ?? 0, time);
    });
  }

  /** After a full pass: keeps the series of who is alive, and takes out those that nobody adds to. */
  review(pass: GroupedPass): void {
    for (const names of this.namesInUse(pass)) {
      for (const labels of this.labelsOf(names)) this.table.keep(labels, pass.time);
    }
    this.table.forget(pass.time, pass.forgetAfterMs, (labelValues) =>
      pass.isWanted(labelValues.slice(0, this.nameLabels)),
    );
    // Names that are gone leave theirs behind, for a while.
    if (this.knownCount > 2 * this.table.size) {
      this.known = new Map();
      this.knownCount = 0;
    }
  }

  samples({ time }: GroupedPass): FamilySamples {
    const samples: readonly CounterSeries[] = this.table.series(time.nowMs, 1);
    return { family: this.family, samples };
  }

  private get nameLabels(): number {
    return this.family.labels.includes('threadname') ? 2 : 1;
  }

  /** One for each value of the last label. */
  private labelsOf(names: readonly string[]): readonly SeriesLabels[] {
    const [groupname = '', threadname = ''] = names;
    let ofGroup = this.known.get(groupname);
    if (!ofGroup) {
      ofGroup = new Map();
      this.known.set(groupname, ofGroup);
    }
    let labels = ofGroup.get(threadname);
    if (!labels) {
      labels =
        this.lastLabelValues.length === 0
          ? [seriesLabels(...names)]
          : this.lastLabelValues.map((last) => seriesLabels(...names, last));
      ofGroup.set(threadname, labels);
      this.knownCount += labels.length;
    }
    return labels;
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
