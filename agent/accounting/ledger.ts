import type { CpuClass } from '../../metrics/hostproc';
import type { Owner } from '../classification/cgroup-class';
import { CounterTable, type CounterSeries, type PassTime } from './counter-table';

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

/** Who got which CPU time: by class and unit, and inside a unit by group. */
export class Ledger {
  private readonly units: CounterTable;
  private readonly groups: CounterTable;
  private creditedUsec = 0;

  /** @param zeroForMs see `CounterTable` */
  constructor(zeroForMs: number) {
    this.units = new CounterTable(zeroForMs);
    this.groups = new CounterTable(zeroForMs);
  }

  credit({ cpuClass, unit }: Owner, groupname: string, usec: number, time: PassTime): void {
    this.units.add([cpuClass, unit], usec, time);
    this.groups.add([cpuClass, unit, groupname], usec, time);
    this.creditedUsec += usec;
  }

  /** Notices that a unit is there, whether it used anything or not. */
  keep({ cpuClass, unit }: Owner, time: PassTime): void {
    this.units.add([cpuClass, unit], 0, time);
    this.groups.keep([cpuClass, unit, exitedGroup], time);
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

  unitSeconds(nowMs: number): CounterSeries[] {
    return this.units.series(nowMs, usecPerSecond);
  }

  groupSeconds(nowMs: number): CounterSeries[] {
    return this.groups.series(nowMs, usecPerSecond);
  }
}
