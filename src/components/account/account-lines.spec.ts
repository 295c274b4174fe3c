import type { Account } from '../../../prometheus/series/account';
import { accountLines } from './account-lines';

const account: Account = {
  classes: [
    { class: 'kernel', now: 0.27, average: 0.25 },
    { class: 'service', now: 0.68, average: 0.5 },
    { class: 'pod', now: 1.04, average: 1 },
  ],
  busy: { now: 1.99, average: 1.75 },
  modes: {
    idle: { now: 5.91, average: 6 },
    iowait: { now: 0.1, average: 0.25 },
    steal: { now: 0, average: 0 },
  },
  cpus: 8,
};

describe('accountLines', () => {
  it('has the host on one side, the rest on the other, steal only where there is some', () => {
    const { host, rest } = accountLines(account);
    expect(host.map(({ of }) => of)).toEqual([{ class: 'kernel' }, { class: 'service' }]);
    expect(rest.map(({ of }) => of)).toEqual([
      { class: 'pod' },
      { mode: 'iowait' },
      { mode: 'idle' },
    ]);
  });

  it('adds up: lines to sums, percents to 100', () => {
    const { host, hostTotal, rest, busy } = accountLines(account);
    const percents = [...host, ...rest].map(({ nowPart }) => nowPart?.percent ?? 0);
    expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
    expect(hostTotal.nowPart?.percent).toBe(percents[0]! + percents[1]!);
    expect(busy.nowPart?.percent).toBe(percents[0]! + percents[1]! + percents[2]!);
    expect(hostTotal.now).toBe(0.27 + 0.68);
    expect(busy.now).toBe(0.27 + 0.68 + 1.04);
  });

  it('has averages that make 100 percent, too', () => {
    const { host, hostTotal, rest } = accountLines(account);
    const percents = [...host, ...rest].map(({ averagePart }) => averagePart?.percent ?? 0);
    expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
    expect(hostTotal.averagePart?.exact).toBeCloseTo(0.75 / 8, 9);
  });

  it('takes the CPUs that the agent tells, else all time together', () => {
    expect(accountLines(account).capacity).toBe(8);
    const untold = { classes: account.classes, busy: account.busy, modes: account.modes };
    expect(accountLines(untold).capacity).toBeCloseTo(8, 9);
  });

  it('has no percents without idle time, and makes none up', () => {
    const lines = accountLines({
      ...account,
      modes: { idle: {}, iowait: {}, steal: {} },
    });
    expect(lines.host[0]).not.toHaveProperty('nowPart');
    expect(lines.busy).toEqual({ now: 0.27 + 0.68 + 1.04, average: 1.75 });
    expect(lines.rest.map(({ of }) => of)).toEqual([{ class: 'pod' }, { mode: 'idle' }]);
  });
});
