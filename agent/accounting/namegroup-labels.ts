import { type NameKey, nameKey } from './name-budget';
import { type SeriesLabels, seriesLabels } from './series-labels';

/** A counter that is split into user and system time: label `mode`. */
export interface ModeLabels {
  readonly user: SeriesLabels;
  readonly system: SeriesLabels;
}

/** Of a thread name in a group. */
export interface ThreadLabels extends ModeLabels {
  readonly name: NameKey;
}

interface GroupLabels extends ModeLabels {
  readonly minorFaults: SeriesLabels;
  readonly majorFaults: SeriesLabels;
  /** By thread name. */
  readonly threads: Map<string, ThreadLabels>;
}

/** Labels of process-exporter's families, made once for each group and thread name. */
export class NamegroupLabels {
  private readonly groups = new Map<string, GroupLabels>();
  private made = 0;

  ofGroup(groupname: string): GroupLabels {
    const known = this.groups.get(groupname);
    if (known) return known;
    const labels = {
      ...modeLabels(groupname),
      // Not the same twice: the text of a series is kept by its labels.
      minorFaults: seriesLabels(groupname),
      majorFaults: seriesLabels(groupname),
      threads: new Map(),
    };
    this.groups.set(groupname, labels);
    this.made += 1;
    return labels;
  }

  ofThread(groupname: string, threadname: string): ThreadLabels {
    const { threads } = this.ofGroup(groupname);
    const known = threads.get(threadname);
    if (known) return known;
    const labels = { ...modeLabels(groupname, threadname), name: nameKey(groupname, threadname) };
    threads.set(threadname, labels);
    this.made += 1;
    return labels;
  }

  /**
   * Forgets all labels when there are more than that: those that are still wanted are made again. A label
   * that is the same as before is found faster than one that is only equal.
   */
  trim(most: number): void {
    if (this.made <= most) return;
    this.groups.clear();
    this.made = 0;
  }
}

function modeLabels(...names: readonly string[]): ModeLabels {
  return { user: seriesLabels(...names, 'user'), system: seriesLabels(...names, 'system') };
}
