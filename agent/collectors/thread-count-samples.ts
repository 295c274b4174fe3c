import type { ThreadCounts } from '../accounting/thread-census';
import type { Sample } from './collector';

/** Threads by group and name: of a name whose count is as before, the same object. */
export class ThreadCountSamples {
  samples: readonly Sample[] = [];
  private readonly groups = new Map<string, Map<string, Sample>>();

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
        if (sample?.value !== count) {
          const labelValues = sample?.labelValues ?? [groupname, threadname];
          sample = { labelValues, value: count };
          group.set(threadname, sample);
        }
        samples.push(sample);
      });
      if (group.size === names.size) return;
      for (const threadname of group.keys()) if (!names.has(threadname)) group.delete(threadname);
    });
    this.samples = samples;
  }

  private groupOf(groupname: string): Map<string, Sample> {
    let group = this.groups.get(groupname);
    if (!group) {
      group = new Map();
      this.groups.set(groupname, group);
    }
    return group;
  }
}
