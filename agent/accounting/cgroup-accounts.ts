import type { CgroupReading, Observation } from '../observation/observation';
import type { ProcessAccount } from './process-accounts';

/** What a cgroup has to hand out itself in one pass, and to whom first. */
export interface CgroupShare {
  readonly cgroup: CgroupReading;
  /** Without its children's. */
  availableUsec: number;
  /** Processes that claim it and were there in the pass before too; left to who knows them. */
  readonly residents: ProcessAccount[];
}

interface CgroupAccount {
  /** Its usage when it came into view: 0 unless it was there before, its time being somebody else's. */
  readonly baseUsec: number;
  /** Handed out so far, to its own processes and below, removed children included. */
  handedUsec: number;
}

/** Of a cgroup that was not entered: it and all below stood still. */
const nothing = { usec: 0, complete: true };

/**
 * Increases of `usage_usec`, cgroup by cgroup. An inner cgroup's own increase is what its children's do
 * not explain: its own processes, and children that came and went or ended since they were last read.
 */
export class CgroupAccounts {
  private readonly accounts = new WeakMap<CgroupReading, CgroupAccount>();
  private readonly seenUnread = new WeakSet<CgroupReading>();
  private first = true;

  private pass = 0;

  /**
   * @returns the share of each cgroup that was entered in this pass, inner ones before those below them; one
   * whose usage could not be read has none, and its time waits until it can
   */
  update({ root, pass }: Observation): Map<CgroupReading, CgroupShare> {
    this.pass = pass;
    const shares = new Map<CgroupReading, CgroupShare>();
    for (const child of root.children.values()) this.increase(child, shares);
    this.first = false;
    return shares;
  }

  private increase(
    cgroup: CgroupReading,
    shares: Map<CgroupReading, CgroupShare>,
  ): { usec: number; complete: boolean } {
    if (!cgroup.readable) return { usec: 0, complete: this.skip(cgroup) };
    if (cgroup.enteredInPass !== this.pass) return nothing;
    const account = this.accountOf(cgroup);
    const share: CgroupShare = { cgroup, availableUsec: 0, residents: [] };
    shares.set(cgroup, share);
    let belowUsec = 0;
    let complete = true;
    for (const child of cgroup.children.values()) {
      const below = this.increase(child, shares);
      belowUsec += below.usec;
      complete &&= below.complete;
    }
    // Children are read after their parent: for a moment they may have used more than it shows. And what a
    // child used that could not be read this time is not its parent's own: it waits with the child.
    const restUsec = cgroup.usageUsec - account.baseUsec - account.handedUsec - belowUsec;
    share.availableUsec = complete ? Math.max(0, restUsec) : 0;
    const usec = share.availableUsec + belowUsec;
    account.handedUsec += usec;
    return { usec, complete };
  }

  /** @returns whether none of it was ever read: what it uses is then its parent's, as far as we know */
  private skip(cgroup: CgroupReading): boolean {
    this.seenUnread.add(cgroup);
    let neverRead = !this.accounts.has(cgroup);
    for (const child of cgroup.children.values()) neverRead = this.skip(child) && neverRead;
    return neverRead;
  }

  private accountOf(cgroup: CgroupReading): CgroupAccount {
    const known = this.accounts.get(cgroup);
    if (known) return known;
    const wasThere = this.first || cgroup.wasOverlooked || this.seenUnread.has(cgroup);
    const account = { baseUsec: wasThere ? cgroup.usageUsec : 0, handedUsec: 0 };
    this.accounts.set(cgroup, account);
    return account;
  }
}
