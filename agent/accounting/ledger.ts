import type { CpuClass } from '../../metrics/hostproc';
import type { Owner } from '../classification/cgroup-class';
import { CounterTable, type CounterSeries, type PassTime } from './counter-table';
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

interface OwnerLabels {
  readonly unit: SeriesLabels;
  readonly exited: SeriesLabels;
  /** By name of the group. */
  readonly groups: Map<string, SeriesLabels>;
}

/** Who got which CPU time: by class and unit, and inside a unit by group. */
export class Ledger {
  private readonly labels = new WeakMap<Owner, OwnerLabels>();
  private readonly units: CounterTable;
  private readonly groups: CounterTable;
  private creditedUsec = 0;

  /** @param zeroForMs see `CounterTable` */
  constructor(zeroForMs: number) {
    this.units = new CounterTable(zeroForMs);
    this.groups = new CounterTable(zeroForMs);
  }

  credit(owner: Owner, groupname: string, usec: number, time: PassTime): void {
    const { unit, groups } = this.labelsOf(owner);
    let group = groups.get(groupname);
    if (!group) {
      group = seriesLabels(...unit.values, groupname);
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
  }

  private labelsOf(owner: Owner): OwnerLabels {
    const known = this.labels.get(owner);
    if (known) return known;
    const { cpuClass, unit } = owner;
    const exited = seriesLabels(cpuClass, unit, exitedGroup);
    const labels = { unit: seriesLabels(cpuClass, unit), exited, groups: new Map() };
    this.labels.set(owner, labels);
    return labels;
  }

  unitSeconds(nowMs: number): CounterSeries[] {
    return this.units.series(nowMs, usecPerSecond);
  }

  groupSeconds(nowMs: number): CounterSeries[] {
    return this.groups.series(nowMs, usecPerSecond);
  }
}
