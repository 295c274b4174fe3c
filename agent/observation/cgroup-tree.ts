import { parseCgroupProcs } from '../cgroupfs/cgroup-procs';
import { parseUsageUsec } from '../cgroupfs/cpu-stat';
import type { KernelFiles } from '../kernel-files/kernel-files';
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

/** For so many passes in a row a moving cgroup is asked for children: most come at its beginning. */
const settledPasses = 4;

/** What a visit finds: a threaded cgroup has no processes of its own, its threads are of processes above. */
type Found = 'entered' | 'idle' | 'threaded' | 'gone';

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
    if (this.full || !this.isSettledLeaf(parent)) this.folders.update(parent, this.full);
    else parent.childrenUnasked = true;
    let lost = false;
    for (const child of parent.children.values()) lost = !this.visit(child) || lost;
    // One that is gone may have come again under its name, which leaves the number of links as it was.
    if (lost) for (const child of this.folders.list(parent)) this.visit(child);
  }

  /** Who moves and moves without children gets its first one seldom: the next full pass is soon enough. */
  private isSettledLeaf({ movingSincePass, movedInPass, children, threaded }: CgroupNode): boolean {
    const isMoving = movedInPass === this.pass && this.pass - movingSincePass >= settledPasses;
    return isMoving && children.size === 0 && threaded.size === 0;
  }

  /** @returns whether the cgroup is still there */
  private visit(cgroup: CgroupNode): boolean {
    // One that moved last time has most likely moved again.
    const expected = this.full || cgroup.movedInPass === this.pass - 1;
    const isKnown = cgroup.enteredInPass > 0;
    const found = expected && isKnown ? this.enterUnasked(cgroup) : this.enterIfMoved(cgroup);
    if (found === 'idle') return true;
    if (found === 'threaded') cgroup.parent?.threaded.add(cgroup.name);
    if (found !== 'entered') {
      this.folders.remove(cgroup);
      return found !== 'gone';
    }
    cgroup.enteredInPass = this.pass;
    this.entered.push(cgroup);
    this.visitChildren(cgroup);
    // Where everything begins it is the other way round: what children use while the first pass reads
    // them would later be missing from theirs and in the inner cgroup's.
    if (this.pass === 1) this.readUsage(cgroup);
    return true;
  }

  private enterIfMoved(cgroup: CgroupNode): Found {
    const usage = this.readUsage(cgroup);
    if (usage === 'gone') return 'gone';
    if (usage === 'stood still' && cgroup.enteredInPass > 0) return 'idle';
    const listed = this.observeProcesses(cgroup);
    if (listed === 'refused') return 'threaded';
    if (listed > 0 && cgroup.readable) this.readUsage(cgroup);
    return 'entered';
  }

  /** One reading fewer, and the same order: processes come before the usage that counts. */
  private enterUnasked(cgroup: CgroupNode): Found {
    if (this.observeProcesses(cgroup) === 'refused') return 'threaded';
    return this.readUsage(cgroup) === 'gone' ? 'gone' : 'entered';
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

  /** Takes notice of the usage. A cgroup that is gone, or has no usage of its own, stays as it was. */
  private readUsage(cgroup: CgroupNode): 'gone' | 'denied' | 'moved' | 'stood still' {
    const length = cgroup.cpuStat.read();
    if (length === 'gone' || length === 'refused') return 'gone';
    const wasReadable = cgroup.readable;
    cgroup.readable = length !== 'denied';
    if (length === 'denied') return 'denied';
    const usageUsec = parseUsageUsec(this.files.bytes, length, cgroup.cpuStat.path);
    if (usageUsec === cgroup.usageUsec && wasReadable) return 'stood still';
    cgroup.usageUsec = usageUsec;
    if (cgroup.enteredInPass > 0) this.noteMove(cgroup);
    return 'moved';
  }

  private noteMove(cgroup: CgroupNode): void {
    if (cgroup.movedInPass < this.pass - 1) cgroup.movingSincePass = this.pass;
    cgroup.movedInPass = this.pass;
  }
}
