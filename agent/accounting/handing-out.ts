import type { CgroupReading } from '../observation/observation';
import { payClaims } from './claims';
import type { ProcessAccount } from './process-accounts';

/** Credits what a process used in a cgroup. */
export type CreditProcess = (account: ProcessAccount, cgroup: CgroupReading, usec: number) => void;

/** Credits what a cgroup used and none of its processes claims. */
export type CreditExited = (cgroup: CgroupReading, usec: number) => void;

/**
 * Hands out each cgroup's increase, exactly:
 *
 * 1. to the processes that were in it in the pass before too, what they claim of this pass;
 * 2. to newcomers, here and then in the cgroup that they left: part of what they claim may have been used
 *    elsewhere, so what is not there for them is dropped;
 * 3. to the first again, what they have waited for since earlier passes;
 * 4. the rest to processes that ended unseen.
 * @param availableUsec of each cgroup but the root, which has none; is used up
 * @param claimants processes with all that they claim in `outstandingUsec`
 * @returns claims that were dropped, in microseconds
 */
export function handOut(
  availableUsec: Map<CgroupReading, number>,
  claimants: readonly ProcessAccount[],
  creditProcess: CreditProcess,
  creditExited: CreditExited,
): number {
  const residents = residentsByCgroup(claimants);
  payResidents(({ outstandingUsec, userUsec, systemUsec }) =>
    Math.min(outstandingUsec, userUsec + systemUsec),
  );
  let droppedUsec = 0;
  for (const account of claimants) {
    if (account.process.cgroup !== account.cgroupBefore) droppedUsec += payNewcomer(account);
  }
  payResidents(({ outstandingUsec }) => outstandingUsec);
  for (const [cgroup, usec] of availableUsec) if (usec > 0) creditExited(cgroup, usec);
  return droppedUsec;

  function payResidents(claimOf: (account: ProcessAccount) => number): void {
    for (const [cgroup, accounts] of residents) {
      const payments = payClaims(availableUsec.get(cgroup) ?? 0, accounts.map(claimOf));
      accounts.forEach((account, i) => pay(account, cgroup, payments[i] ?? 0));
    }
  }

  function payNewcomer(account: ProcessAccount): number {
    const { cgroup } = account.process;
    for (const from of [cgroup, stillThere(account.cgroupBefore, availableUsec)]) {
      if (from) pay(account, from, Math.min(account.outstandingUsec, availableUsec.get(from) ?? 0));
    }
    const unmetUsec = account.outstandingUsec;
    account.outstandingUsec = 0;
    if (cgroup.parent) return unmetUsec;
    // Nothing bounds what is used in the root cgroup but the process's own word.
    creditProcess(account, cgroup, unmetUsec);
    return 0;
  }

  function pay(account: ProcessAccount, cgroup: CgroupReading, usec: number): void {
    if (usec === 0) return;
    account.outstandingUsec -= usec;
    availableUsec.set(cgroup, (availableUsec.get(cgroup) ?? 0) - usec);
    creditProcess(account, cgroup, usec);
  }
}

function residentsByCgroup(accounts: readonly ProcessAccount[]) {
  const residents = new Map<CgroupReading, ProcessAccount[]>();
  for (const account of accounts) {
    const { cgroup } = account.process;
    if (cgroup !== account.cgroupBefore || account.outstandingUsec === 0) continue;
    const others = residents.get(cgroup);
    if (others) others.push(account);
    else residents.set(cgroup, [account]);
  }
  return residents;
}

/** A cgroup that a process left may be gone by now; what was used in it is then its parent's. */
function stillThere(
  cgroup: CgroupReading | undefined,
  availableUsec: ReadonlyMap<CgroupReading, number>,
): CgroupReading | undefined {
  let at = cgroup;
  while (at?.gone) at = at.parent;
  return at && availableUsec.has(at) ? at : undefined;
}
