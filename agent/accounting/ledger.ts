import type { CpuClass } from '../../metrics/hostproc';
import type { Owner } from '../classification/cgroup-class';
import type { CounterSeries } from './counter';
import { CounterTable, type PassTime } from './counter-table';
import { otherName } from './name-budget';
import { type SeriesLabels, seriesLabels } from './series-labels';

/** Group of what processes used that ended unseen. */
export const exitedGroup = '(exited)';

/** Classes whose groups are the agent's own words, few and fixed. */
const namesOutsideBudget: ReadonlySet<string> = new Set<CpuClass>([
  'kernel',
  'interrupt',
  'unattributed',
  'agent',
]);

const usecPerSecond = 1_000_000;

/** Units that have series of their own: more than a large node has. Those beyond are their class's `(other)`. */
export const maxUnits = 250;
/** How many units a group may be found in, on average: `sh` is in several, most are in one. */
export const unitsPerGroup = 2;

interface OwnerLabels {
  readonly unit: SeriesLabels;
  readonly exited: SeriesLabels;
  /** By name of the group. */
  readonly groups: Map<string, SeriesLabels>;
}

/** Who got which CPU time: by class and unit, and inside a unit by group. */
export class Ledger {
  private labels = new WeakMap<Owner, OwnerLabels>();
  private readonly units: CounterTable;
  private readonly groups: CounterTable;
  private creditedUsec = 0;

  /**
   * @param zeroForMs see `CounterTable`
   * @param maxGroupsInUnits groups that have series of their own, each unit's counted; beside them every unit
   *   has `(exited)` and `(other)`
   */
  constructor(
    zeroForMs: number,
    private readonly maxGroupsInUnits: number,
  ) {
    this.units = new CounterTable(zeroForMs);
    this.groups = new CounterTable(zeroForMs);
  }

  credit(owner: Owner, groupname: string, usec: number, time: PassTime): void {
    const { unit, groups } = this.labelsOf(owner);
    let group = groups.get(groupname);
    if (!group) {
      group = this.groupLabels(unit, groupname);
      groups.set(groupname, group);
    }
    this.units.add(unit, usec, time);
    this.groups.add(group, usec, time);
    this.creditedUsec += usec;
  }

  /** Notices that a unit is there, whether it used anything or not. */
  keep(owner: Owner, time: PassTime): void {
    const { unit, exited } = this.labelsOf(owner);
    this.units.add(unit, 0, time);
    this.groups.keep(exited, time);
  }

  /** Everything credited since the agent began. */
  get totalUsec(): number {
    return this.creditedUsec;
  }

  /** Takes out units and groups that ended, and groups of processes that `hasName` refuses. */
  forget(time: PassTime, forgetAfterMs: number, hasName: (groupname: string) => boolean): void {
    this.units.forget(time, forgetAfterMs, () => true);
    this.groups.forget(
      time,
      forgetAfterMs,
      ([cpuClass = '', , groupname = '']) =>
        namesOutsideBudget.has(cpuClass) || groupname === exitedGroup || hasName(groupname),
    );
    // There may be room now for what was folded.
    this.labels = new WeakMap();
  }

  private labelsOf(owner: Owner): OwnerLabels {
    const known = this.labels.get(owner);
    if (known) return known;
    const { cpuClass } = owner;
    const own = seriesLabels(cpuClass, owner.unit);
    const hasRoom = this.units.has(own) || this.units.size < maxUnits;
    const unit = hasRoom ? own : seriesLabels(cpuClass, otherName);
    const exited = seriesLabels(...unit.values, exitedGroup);
    const labels = { unit, exited, groups: new Map() };
    this.labels.set(owner, labels);
    return labels;
  }

  private groupLabels(unit: SeriesLabels, groupname: string): SeriesLabels {
    const own = seriesLabels(...unit.values, groupname);
    // (exited) of every unit that has a series is in the table, or will be.
    const hasRoom = this.groups.size < this.maxGroupsInUnits + this.units.size;
    if (hasRoom || groupname === exitedGroup || this.groups.has(own)) return own;
    return namesOutsideBudget.has(unit.values[0] ?? '')
      ? own
      : seriesLabels(...unit.values, otherName);
  }

  unitSeconds(nowMs: number): readonly CounterSeries[] {
    return this.units.series(nowMs, usecPerSecond);
  }

  groupSeconds(nowMs: number): readonly CounterSeries[] {
    return this.groups.series(nowMs, usecPerSecond);
  }
}
