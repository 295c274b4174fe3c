import type { Family } from '../../metrics/family';
import type { GroupSize } from '../accounting/snapshot';
import type { FamilySamples, Sample } from './collector';

/** A gauge family of groups. In most scrapes most groups are what they were: those are not looked at. */
export class GroupSamples {
  private sizes: readonly GroupSize[] = [];
  private byGroup: readonly (readonly Sample[])[] = [];
  private samples: readonly Sample[] = [];

  /** @param samplesOf one group's samples, with the same arrays of label values each time */
  constructor(
    private readonly family: Family,
    private readonly samplesOf: (size: GroupSize) => readonly Sample[],
  ) {}

  /** @param sizes of a group that stood still, the same object as before */
  of(sizes: readonly GroupSize[]): FamilySamples {
    if (sizes !== this.sizes) this.update(sizes);
    return { family: this.family, samples: this.samples };
  }

  private update(sizes: readonly GroupSize[]): void {
    let changed = sizes.length !== this.sizes.length;
    this.byGroup = sizes.map((size, i) => {
      const before = this.byGroup[i];
      if (before && this.sizes[i] === size) return before;
      const now = this.samplesOf(size);
      if (before && isSame(before, now)) return before;
      changed = true;
      return now;
    });
    this.sizes = sizes;
    if (changed) this.samples = this.byGroup.flat();
  }
}

function isSame(before: readonly Sample[], now: readonly Sample[]): boolean {
  if (before.length !== now.length) return false;
  return before.every(({ labelValues, value }, i) => {
    const sample = now[i];
    return sample?.labelValues === labelValues && sample.value === value;
  });
}
