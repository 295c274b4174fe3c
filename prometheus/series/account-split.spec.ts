import type { Account } from './account';
import { accountWithPods } from './account-split';

const account: Account = {
  classes: [
    { class: 'kernel', now: 0.5, average: 0.25 },
    { class: 'pod', now: 2, average: 1 },
    { class: 'enclave', now: 0.5, average: 0.5 },
  ],
  busy: { now: 3, average: 1.75 },
  modes: { idle: {}, iowait: {}, steal: {} },
};

const kinds = { infrastructure: { now: 0.5, average: 1 }, workload: { now: 1, average: 1 } };

describe('the account with its pods split', () => {
  const split = accountWithPods(account, kinds);

  it('has infrastructure, unsplit and workload pods in the order of the page', () => {
    expect(split.classes).toEqual([
      { class: 'kernel', now: 0.5, average: 0.25 },
      { class: 'infrastructure-pod', now: 0.5, average: 0.5 },
      { class: 'pod', now: 0.5, average: 0 },
      { class: 'workload-pod', now: 1, average: 0.5 },
      { class: 'enclave', now: 0.5, average: 0.5 },
    ]);
  });

  it('uses as much as before', () => {
    const sum = (figure: 'now' | 'average') =>
      split.classes.reduce((total, usage) => total + (usage[figure] ?? 0), 0);
    expect([sum('now'), sum('average')]).toEqual([account.busy.now, account.busy.average]);
    expect(split.busy).toEqual(account.busy);
  });

  it('is what it was for an agent that knows no pods', () => {
    const without = { ...account, classes: account.classes.slice(0, 1) };
    expect(accountWithPods(without, kinds)).toBe(without);
  });
});
