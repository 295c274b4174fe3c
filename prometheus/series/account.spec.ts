import { cpuClasses } from '../../metrics/hostproc';
import type { VectorSeries } from '../http-api/responses';
import { accountOf, totalUsage } from './account';

function sample(metric: Record<string, string>, value: number): VectorSeries {
  return { metric, value: [1, String(value)] };
}

const answer = [
  sample({ part: 'now', class: 'pod' }, 1.25),
  sample({ part: 'average', class: 'pod' }, 1),
  sample({ part: 'now', class: 'kernel' }, 0.25),
  sample({ part: 'average', class: 'kernel' }, 0.125),
  sample({ part: 'now', mode: 'busy' }, 1.6),
  sample({ part: 'now', mode: 'idle' }, 2.25),
  sample({ part: 'average', mode: 'idle' }, 2.5),
  sample({ part: 'cpus' }, 4),
];

describe('accountOf', () => {
  it('lists every class in stack order, unused ones at zero', () => {
    const account = accountOf(answer)!;
    expect(account.classes.map((row) => row.class)).toEqual([...cpuClasses]);
    expect(account.classes.find((row) => row.class === 'session')).toEqual({
      class: 'session',
      now: 0,
      average: 0,
    });
  });

  it('takes the headline from the rows, so that they add up to it', () => {
    const account = accountOf(answer)!;
    expect(account.busy).toEqual({ now: 1.5, average: 1.125 });
    expect(totalUsage(account.classes)).toEqual(account.busy);
  });

  it('gives modes and CPUs; what was not answered is absent, not zero', () => {
    const account = accountOf(answer)!;
    expect(account.modes).toEqual({ idle: { now: 2.25, average: 2.5 }, iowait: {}, steal: {} });
    expect(account.cpus).toBe(4);
    expect(accountOf(answer.slice(0, 4))).not.toHaveProperty('cpus');
  });

  it('keeps a class that only a newer agent knows', () => {
    const account = accountOf([...answer, sample({ part: 'now', class: 'enclave' }, 0.5)])!;
    expect(account.classes.at(-1)).toEqual({ class: 'enclave', now: 0.5, average: 0 });
    expect(account.busy.now).toBe(2);
  });

  it('has averages alone after the agent stopped, and no zero for now', () => {
    const account = accountOf([sample({ part: 'average', class: 'pod' }, 1)])!;
    expect(account.busy).toEqual({ average: 1 });
    expect(account.classes[0]).toEqual({ class: 'kernel', average: 0 });
  });

  it('is nothing when no class has a value', () => {
    expect(accountOf([])).toBeUndefined();
    expect(accountOf([sample({ part: 'cpus' }, 4)])).toBeUndefined();
  });
});
