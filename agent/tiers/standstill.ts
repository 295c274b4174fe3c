import type { CgroupReading, ProcessReading } from '../observation/observation';

/**
 * Tells which processes cannot have done anything: those in a cgroup whose `usage_usec`, which is exact,
 * stood still.
 */
export class Standstill {
  private readonly seen = new WeakMap<
    ProcessReading,
    { readonly cgroup: CgroupReading; readonly usageUsec: number }
  >();

  /** Whether a process may have run since this was last asked of it. The root cgroup tells nothing. */
  mayHaveRun(process: ProcessReading): boolean {
    const { cgroup } = process;
    const before = this.seen.get(process);
    const stoodStill =
      before?.cgroup === cgroup &&
      before.usageUsec === cgroup.usageUsec &&
      cgroup.parent !== undefined &&
      cgroup.readable;
    if (stoodStill) return false;
    this.seen.set(process, { cgroup, usageUsec: cgroup.usageUsec });
    return true;
  }
}
