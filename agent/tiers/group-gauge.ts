import type { GroupSize } from '../accounting/snapshot';
import type { Sample } from '../collectors/collector';

/** What the processes of each group have together: of a group of which something is denied, nothing. */
export class GroupGauge {
  private readonly values = new Map<string, number>();
  private readonly denied = new Set<string>();

  /** @param merge of two processes of one group: their sum, when left out */
  constructor(private readonly merge = (a: number, b: number) => a + b) {}

  /** @param value of one process; `undefined` when it is denied */
  put(groupname: string, value: number | undefined): void {
    if (value === undefined) this.denied.add(groupname);
    else this.values.set(groupname, this.merge(this.values.get(groupname) ?? 0, value));
  }

  get isComplete(): boolean {
    return this.denied.size === 0;
  }

  /** @param more label values behind the group's name */
  samples(groups: readonly GroupSize[], ...more: readonly string[]): Sample[] {
    return groups
      .filter(({ groupname }) => !this.denied.has(groupname))
      .map(({ groupname }) => ({
        labelValues: [groupname, ...more],
        value: this.values.get(groupname) ?? 0,
      }));
  }
}
