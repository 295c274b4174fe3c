import type { CgroupReading, Observation } from '../observation/observation';

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
   * @returns what each cgroup that was entered in this pass has to hand out itself, without its children's;
   * one whose usage could not be read has no entry, and its time waits until it can
   */
  update({ root, pass }: Observation): Map<CgroupReading, number> {
    this.pass = pass;
    const availableUsec = new Map<CgroupReading, number>();
    for (const child of root.children.values()) this.increase(child, availableUsec);
    this.first = false;
    return availableUsec;
  }

  private increase(
    cgroup: CgroupReading,
    availableUsec: Map<CgroupReading, number>,
  ): { usec: number; complete: boolean } {
    if (!cgroup.readable) return { usec: 0, complete: this.skip(cgroup) };
    if (cgroup.enteredInPass !== this.pass) return nothing;
    const account = this.accountOf(cgroup);
    let belowUsec = 0;
    let complete = true;
    for (const child of cgroup.children.values()) {
      const below = this.increase(child, availableUsec);
      belowUsec += below.usec;
      complete &&= below.complete;
    }
    // Children are read after their parent: for a moment they may have used more than it shows. And what a
    // child used that could not be read this time is not its parent's own: it waits with the child.
    const restUsec = cgroup.usageUsec - account.baseUsec - account.handedUsec - belowUsec;
    const ownUsec = complete ? Math.max(0, restUsec) : 0;
    availableUsec.set(cgroup, ownUsec);
    account.handedUsec += ownUsec + belowUsec;
    return { usec: ownUsec + belowUsec, complete };
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
