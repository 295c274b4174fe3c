import { processStates } from '../../metrics/namegroup';

/** Label values of the series that one group has in families without a counter. */
export interface GroupLabels {
  readonly group: readonly [groupname: string];
  readonly resident: readonly [groupname: string, memtype: string];
  readonly virtual: readonly [groupname: string, memtype: string];
  /** In the order of `processStates`. */
  readonly states: readonly (readonly [groupname: string, state: string])[];
}

/** Makes them once for each group: an exposition knows a series again by its array of label values. */
export class KeptGroupLabels {
  private kept = new Map<string, GroupLabels>();

  of(groupname: string): GroupLabels {
    let labels = this.kept.get(groupname);
    if (!labels) {
      labels = {
        group: [groupname],
        resident: [groupname, 'resident'],
        virtual: [groupname, 'virtual'],
        states: processStates.map((state) => [groupname, state]),
      };
      this.kept.set(groupname, labels);
    }
    return labels;
  }

  /** @param groups how many there are: those that are gone leave theirs behind, for a while */
  trim(groups: number): void {
    if (this.kept.size > 2 * groups) this.kept = new Map();
  }
}
