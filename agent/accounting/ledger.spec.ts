import type { Owner } from '../classification/cgroup-class';
import { Ledger, maxUnits } from './ledger';

const time = { nowMs: 0, first: true };
const service = (unit: string): Owner => ({ cpuClass: 'service', unit });
const secondsOf = (ledger: Ledger, unit: string) =>
  ledger
    .groupSeconds(0)
    .filter(({ labelValues }) => labelValues[1] === unit)
    .map(({ labelValues, value }) => [labelValues[2], value]);

describe('the budgets of units and of groups in units', () => {
  it('fold units beyond them into (other) of their class, and lose nothing', () => {
    const ledger = new Ledger(0, 10_000);
    for (let i = 0; i < maxUnits + 5; i += 1) ledger.credit(service(`${i}`), 'a', 1_000_000, time);
    ledger.credit({ cpuClass: 'session', unit: 'new' }, 'a', 1_000_000, time);
    const units = ledger.unitSeconds(0);
    expect(units).toHaveLength(maxUnits + 2);
    expect(units.slice(-2)).toEqual([
      { labelValues: ['service', '(other)'], value: 5 },
      { labelValues: ['session', '(other)'], value: 1 },
    ]);
    expect(secondsOf(ledger, '(other)')).toEqual([
      ['a', 5],
      ['a', 1],
    ]);
  });

  it('let a unit that is known go on, whichever cgroup it has now', () => {
    const ledger = new Ledger(0, 10_000);
    for (let i = 0; i < maxUnits; i += 1) ledger.credit(service(`${i}`), 'a', 0, time);
    ledger.credit(service('7'), 'a', 1_000_000, time);
    expect(secondsOf(ledger, '7')).toEqual([['a', 1]]);
  });

  it('fold groups beyond them into (other) of their unit; (exited) has its place', () => {
    const ledger = new Ledger(0, 2);
    const owner = service('a.service');
    for (const group of ['a', 'b', 'c', 'd', 'e', 'a', '(exited)']) {
      ledger.credit(owner, group, 1_000_000, time);
    }
    expect(secondsOf(ledger, 'a.service')).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
      ['(other)', 2],
      ['(exited)', 1],
    ]);
  });

  it('make room again when units and groups are forgotten', () => {
    const ledger = new Ledger(0, 1);
    ledger.credit(service('a'), 'a', 1_000_000, time);
    ledger.credit(service('a'), 'b', 1_000_000, time);
    ledger.credit(service('a'), 'c', 1_000_000, time);
    expect(secondsOf(ledger, 'a').map(([group]) => group)).toEqual(['a', 'b', '(other)']);
    const later = { nowMs: 1000, first: false };
    ledger.forget(later, 1000, () => true);
    ledger.credit(service('b'), 'c', 1_000_000, later);
    expect(ledger.groupSeconds(1000).map(({ labelValues }) => labelValues)).toEqual([
      ['service', 'b', 'c'],
    ]);
  });
});
