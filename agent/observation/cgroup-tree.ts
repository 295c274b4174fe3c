import { parseCgroupProcs } from '../cgroupfs/cgroup-procs';
import { parseUsageUsec } from '../cgroupfs/cpu-stat';
import type { Absence, KernelFiles } from '../kernel-files/kernel-files';
import { type CgroupReading, rootReading } from './observation';

/** Is given each pid that a cgroup lists. */
export type ObserveProcess = (pid: number, cgroup: CgroupReading) => void;

/** The mounted cgroup v2 tree. It is walked, and never taken from `/proc/PID/cgroup`: what stands there
 * is relative to the reader's cgroup namespace, see cgroup_namespaces(7). */
export class CgroupTree {
  readonly root = rootReading();

  private first = true;

  constructor(
    private readonly files: KernelFiles,
    private readonly mountPoint: string,
  ) {}

  /**
   * Reads every cgroup's usage and hands every listed pid to `observe`. A cgroup's processes come before
   * its usage, so that what they claim is in it; an inner cgroup's usage comes before its children's, so
   * that time which a child uses meanwhile is never taken for the inner cgroup's own.
   */
  walk(observe: ObserveProcess): void {
    this.observeProcesses(this.root, observe);
    this.walkChildren(this.root, observe);
    this.first = false;
  }

  /** Reads every cgroup's usage and no process: for a reader outside the host's PID namespace. */
  walkUsage(): void {
    this.walkChildren(this.root, undefined);
    this.first = false;
  }

  private walkChildren(parent: CgroupReading, observe: ObserveProcess | undefined): void {
    const names = this.files.list('cgroup_directory', `${this.mountPoint}${parent.path}`);
    if (typeof names === 'string') {
      for (const child of parent.children.values()) markUnread(child);
      return;
    }
    const present = new Set(names);
    for (const name of parent.children.keys()) {
      if (!present.has(name)) parent.children.delete(name);
    }
    for (const name of present) {
      const child = this.childOf(parent, name);
      if (child) this.readChild(parent, name, child, observe);
    }
  }

  private readChild(
    parent: CgroupReading,
    name: string,
    child: CgroupReading,
    observe: ObserveProcess | undefined,
  ): void {
    const threaded = observe !== undefined && !this.observeProcesses(child, observe);
    const usageUsec = threaded ? 'refused' : this.readUsageUsec(child);
    if (usageUsec === 'refused' || usageUsec === 'gone') {
      parent.children.delete(name);
      return;
    }
    child.readable = usageUsec !== 'denied';
    if (usageUsec !== 'denied') child.usageUsec = usageUsec;
    this.walkChildren(child, observe);
    // Where everything begins it is the other way round: what children use while the first pass reads
    // them would later be missing from theirs and in the inner cgroup's.
    if (this.first && child.readable) {
      const again = this.readUsageUsec(child);
      if (typeof again === 'number') child.usageUsec = again;
    }
  }

  /** The child as it was, or a new one: the name may belong to another cgroup since the last pass. */
  private childOf(parent: CgroupReading, name: string): CgroupReading | undefined {
    const path = `${parent.path}/${name}`;
    const inode = this.files.inode('cgroup_directory', `${this.mountPoint}${path}`);
    if (typeof inode === 'string') {
      parent.children.delete(name);
      return undefined;
    }
    const known = parent.children.get(name);
    if (known?.inode === inode) return known;
    const child = { path, inode, parent, children: new Map(), usageUsec: 0, readable: true };
    parent.children.set(name, child);
    return child;
  }

  /** @returns false for a threaded cgroup: its threads belong to processes of the cgroup above. */
  private observeProcesses(cgroup: CgroupReading, observe: ObserveProcess): boolean {
    const bytes = this.files.read('cgroup_procs', `${this.mountPoint}${cgroup.path}/cgroup.procs`);
    if (bytes === 'refused') return false;
    if (typeof bytes !== 'string') for (const pid of parseCgroupProcs(bytes)) observe(pid, cgroup);
    return true;
  }

  private readUsageUsec(cgroup: CgroupReading): number | Absence {
    const path = `${this.mountPoint}${cgroup.path}/cpu.stat`;
    const bytes = this.files.read('cpu_stat', path);
    return typeof bytes === 'string' ? bytes : parseUsageUsec(bytes, path);
  }
}

function markUnread(cgroup: CgroupReading): void {
  cgroup.readable = false;
  for (const child of cgroup.children.values()) markUnread(child);
}
