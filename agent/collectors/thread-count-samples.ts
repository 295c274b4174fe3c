import type { ThreadCounts } from '../accounting/thread-census';
import type { Sample } from './collector';

interface CountSample extends Sample {
  value: number;
}

/** Threads by group and name: of a name that stays, the same object with its new count. */
export class ThreadCountSamples {
  samples: readonly Sample[] = [];
  private readonly groups = new Map<string, Map<string, CountSample>>();

  /** @param counts all that there are */
  update(counts: ThreadCounts): void {
    const samples: Sample[] = [];
    for (const groupname of this.groups.keys()) {
      if (!counts.has(groupname)) this.groups.delete(groupname);
    }
    counts.forEach((names, groupname) => {
      const group = this.groupOf(groupname);
      names.forEach((count, threadname) => {
        let sample = group.get(threadname);
        if (!sample) {
          sample = { labelValues: [groupname, threadname], value: count };
          group.set(threadname, sample);
        }
        sample.value = count;
        samples.push(sample);
      });
      if (group.size === names.size) return;
      for (const threadname of group.keys()) if (!names.has(threadname)) group.delete(threadname);
    });
    this.samples = samples;
  }

  private groupOf(groupname: string): Map<string, CountSample> {
    let group = this.groups.get(groupname);
    if (!group) {
      group = new Map();
      this.groups.set(groupname, group);
    }
    return group;
  }
}
