import type { CgroupReading } from '../observation/observation';
import type { CgroupShare } from './cgroup-accounts';
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
 * @param shares of each cgroup but the root, which has none; all that there is in them is used up
 * @param newcomers processes that are not among the residents of their cgroup's share; as of these, all that
 *   they claim is in `outstandingUsec`
 * @param creditProcess is told of each of these processes in its own cgroup, also when it gets nothing
 * @returns claims that were dropped, in microseconds
 */
export function handOut(
  shares: ReadonlyMap<CgroupReading, CgroupShare>,
  newcomers: readonly ProcessAccount[],
  creditProcess: CreditProcess,
  creditExited: CreditExited,
): number {
  for (const share of shares.values()) {
    payResidents(share, claimOfThisPass, (account, usec) => pay(account, share, usec));
  }
  let droppedUsec = 0;
  for (const account of newcomers) droppedUsec += payNewcomer(account);
  for (const share of shares.values()) {
    if (share.availableUsec === 0) continue;
    payResidents(share, outstanding, (account, usec) => {
      if (usec > 0) pay(account, share, usec);
    });
    if (share.availableUsec > 0) creditExited(share.cgroup, share.availableUsec);
  }
  return droppedUsec;

  function payNewcomer(account: ProcessAccount): number {
    const { cgroup } = account.process;
    creditProcess(account, cgroup, 0);
    for (const share of [shares.get(cgroup), shareOfLeft(account.cgroupBefore, shares)]) {
      const usec = share ? Math.min(account.outstandingUsec, share.availableUsec) : 0;
      if (share && usec > 0) pay(account, share, usec);
    }
    const unmetUsec = account.outstandingUsec;
    account.outstandingUsec = 0;
    if (cgroup.parent) return unmetUsec;
    // Nothing bounds what is used in the root cgroup but the process's own word.
    creditProcess(account, cgroup, unmetUsec);
    return 0;
  }

  function pay(account: ProcessAccount, share: CgroupShare, usec: number): void {
    account.outstandingUsec -= usec;
    share.availableUsec -= usec;
    creditProcess(account, share.cgroup, usec);
  }
}

function payResidents(
  { residents, availableUsec }: CgroupShare,
  claimOf: (account: ProcessAccount) => number,
  pay: (account: ProcessAccount, usec: number) => void,
): void {
  const payments = payClaims(availableUsec, residents.map(claimOf));
  residents.forEach((account, i) => {
    pay(account, payments[i] ?? 0);
  });
}

function claimOfThisPass({ outstandingUsec, userUsec, systemUsec }: ProcessAccount): number {
  return Math.min(outstandingUsec, userUsec + systemUsec);
}

function outstanding({ outstandingUsec }: ProcessAccount): number {
  return outstandingUsec;
}

/** A cgroup that a process left may be gone by now; what was used in it is then its parent's. */
function shareOfLeft(
  cgroup: CgroupReading | undefined,
  shares: ReadonlyMap<CgroupReading, CgroupShare>,
): CgroupShare | undefined {
  let at = cgroup;
  while (at?.gone) at = at.parent;
  return at && shares.get(at);
}
