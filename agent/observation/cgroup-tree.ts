import { parseCgroupProcs } from '../cgroupfs/cgroup-procs';
import { parseUsageUsec } from '../cgroupfs/cpu-stat';
import type { Absence, KernelFiles } from '../kernel-files/kernel-files';
import { CgroupFolders } from './cgroup-folders';
import { type CgroupNode, cgroupNode } from './cgroup-node';
import type { CgroupReading } from './observation';

/** Is given each pid that a cgroup lists. */
export type ObserveProcess = (pid: number, cgroup: CgroupReading) => void;

/** Cgroups whose lists of processes may have changed. */
export interface Walk {
  readonly entered: readonly CgroupReading[];
  readonly removed: readonly CgroupReading[];
}

/** The mounted cgroup v2 tree. It is walked, and never taken from `/proc/PID/cgroup`: what stands there
 * is relative to the reader's cgroup namespace, see cgroup_namespaces(7). */
export class CgroupTree {
  readonly root: CgroupNode;
  private readonly folders: CgroupFolders;
  private entered: CgroupNode[] = [];
  private pass = 0;
  private full = true;
  private observe: ObserveProcess | undefined;

  constructor(
    private readonly files: KernelFiles,
    mountPoint: string,
  ) {
    this.root = cgroupNode(files, mountPoint);
    this.folders = new CgroupFolders(files);
  }

  /**
   * Reads the usage of cgroups, and of those whose usage rose hands every listed pid to `observe`: nothing
   * happened in the others, nor below them. A cgroup's processes come before the usage that counts, so
   * that what they claim is in it; an inner cgroup's usage comes before its children's, so that time which
   * a child uses meanwhile is never taken for the inner cgroup's own.
   * @param pass numbers the passes, from 1
   * @param full enters every cgroup
   * @param observe `undefined` for a reader outside the host's PID namespace, who sees no processes
   */
  walk(pass: number, full: boolean, observe: ObserveProcess | undefined): Walk {
    this.pass = pass;
    this.full = full;
    this.observe = observe;
    this.entered = [this.root];
    this.root.enteredInPass = pass;
    this.observeProcesses(this.root);
    this.visitChildren(this.root);
    return { entered: this.entered, removed: this.folders.takeRemoved() };
  }

  private visitChildren(parent: CgroupNode): void {
    // After its usage: a child that comes later is not in it.
    this.folders.update(parent, this.full);
    let lost = false;
    for (const child of parent.children.values()) lost = !this.visit(child) || lost;
    // One that is gone may have come again under its name, which leaves the number of links as it was.
    if (lost) for (const child of this.folders.list(parent)) this.visit(child);
  }

  /** @returns whether the cgroup is still there */
  private visit(cgroup: CgroupNode): boolean {
    const usageUsec = this.readUsageUsec(cgroup);
    if (usageUsec === 'gone' || usageUsec === 'refused') {
      this.folders.remove(cgroup);
      return false;
    }
    const stoodStill = cgroup.readable && usageUsec === cgroup.usageUsec;
    if (stoodStill && !this.full && cgroup.enteredInPass > 0) return true;
    cgroup.readable = usageUsec !== 'denied';
    if (usageUsec !== 'denied') cgroup.usageUsec = usageUsec;
    if (!this.enter(cgroup)) return true;
    this.visitChildren(cgroup);
    // Where everything begins it is the other way round: what children use while the first pass reads
    // them would later be missing from theirs and in the inner cgroup's.
    if (this.pass === 1) this.readAgain(cgroup);
    return true;
  }

  /** @returns false for a threaded cgroup, which is taken out: its threads are of processes above */
  private enter(cgroup: CgroupNode): boolean {
    if (this.observe) {
      const listed = this.observeProcesses(cgroup);
      if (listed === 'refused') {
        cgroup.parent?.threaded.add(cgroup.name);
        this.folders.remove(cgroup);
        return false;
      }
      if (listed > 0) this.readAgain(cgroup);
    }
    cgroup.enteredInPass = this.pass;
    this.entered.push(cgroup);
    return true;
  }

  /** @returns how many processes it lists */
  private observeProcesses(cgroup: CgroupNode): number | 'refused' {
    if (!this.observe) return 0;
    const length = cgroup.procs.read();
    if (typeof length === 'string') return length === 'refused' ? length : 0;
    const pids = parseCgroupProcs(this.files.bytes, length);
    for (const pid of pids) this.observe(pid, cgroup);
    return pids.length;
  }

  private readAgain(cgroup: CgroupNode): void {
    if (!cgroup.readable) return;
    const usageUsec = this.readUsageUsec(cgroup);
    if (typeof usageUsec === 'number') cgroup.usageUsec = usageUsec;
  }

  private readUsageUsec(cgroup: CgroupNode): number | Absence {
    const length = cgroup.cpuStat.read();
    if (typeof length === 'string') return length;
    return parseUsageUsec(this.files.bytes, length, cgroup.cpuStat.path);
  }
}
