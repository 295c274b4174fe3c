import type { CgroupReading, ProcessReading } from '../observation/observation';
import { tickUsec } from '../procfs/user-hz';
import type { ProcessUsage } from './process-accounts';

/**
 * Time of processes in the root cgroup that were born and ended between two passes. No cgroup counter
 * keeps it, but a parent that waits for a child takes over the child's time. What was already counted
 * while the child was seen alive is a debit against that.
 */
export class ChildrenTime {
  private debitUsec = 0;
  private debitBeforeUsec = 0;

  /** @returns microseconds that no process seen in this or an earlier pass explains */
  unseenUsec({ read, ended }: ProcessUsage, root: CgroupReading): number {
    const rootPids = new Set<number>();
    let takenOverUsec = 0;
    for (const { process, childrenUsec } of read) {
      if (!isRootProcess(process, root)) continue;
      rootPids.add(process.pid);
      takenOverUsec += childrenUsec;
    }
    for (const { process } of ended) if (isRootProcess(process, root)) rootPids.add(process.pid);
    let countedAtEndUsec = 0;
    for (const { process } of ended) {
      if (process.kernelThread) continue;
      const isOfRoot = rootPids.has(process.pid) || rootPids.has(process.ppid);
      if (isOfRoot) countedAtEndUsec += lifeUsec(process);
    }
    // A child may leave our sight one pass before its parent's counter, read earlier, shows it; later than
    // that nobody waits for it any more.
    this.debitUsec = this.debitBeforeUsec + countedAtEndUsec;
    const unseenUsec = Math.max(0, takenOverUsec - this.debitUsec);
    this.debitBeforeUsec = Math.min(countedAtEndUsec, Math.max(0, this.debitUsec - takenOverUsec));
    return unseenUsec;
  }
}

function isRootProcess({ cgroup, kernelThread }: ProcessReading, root: CgroupReading): boolean {
  return cgroup === root && !kernelThread;
}

function lifeUsec(process: ProcessReading): number {
  const { utimeTicks, stimeTicks, cutimeTicks, cstimeTicks } = process;
  return (utimeTicks + stimeTicks + cutimeTicks + cstimeTicks) * tickUsec;
}
