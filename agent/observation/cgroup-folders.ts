import type { KernelFiles } from '../kernel-files/kernel-files';
import { type CgroupNode, cgroupNode } from './cgroup-node';

/**
 * Which cgroups there are. Listing a folder is slow, so it is done only where the number of its sub-folders
 * changed; one that was replaced by another of the same name leaves that number as it was, and is noticed
 * when it is read.
 */
export class CgroupFolders {
  private removed: CgroupNode[] = [];

  constructor(private readonly files: KernelFiles) {}

  /** Brings a cgroup's children up to date. @param full looks twice where a change may leave no trace */
  update(cgroup: CgroupNode, full: boolean): void {
    const links = this.files.linkCount('cgroup_directory', cgroup.folder);
    if (links === 'gone') return;
    // A threaded cgroup is never read, so nobody would notice that it was replaced.
    const doubtful = full && cgroup.threaded.size > 0;
    if (doubtful) cgroup.threaded.clear();
    const known = typeof links === 'number' && links >= 2 && links === cgroup.links;
    if (!known || doubtful) this.list(cgroup, links);
    cgroup.childrenUnasked = false;
  }

  /**
   * Lists a cgroup's children anew.
   * @param links the number of its links before, so that what comes in between makes another number next time
   * @returns those that are new
   */
  list(
    parent: CgroupNode,
    links = this.files.linkCount('cgroup_directory', parent.folder),
  ): CgroupNode[] {
    const names = this.files.list('cgroup_directory', parent.folder);
    if (typeof links === 'string' || typeof names === 'string') return [];
    parent.links = links;
    const present = new Set(names);
    for (const child of parent.children.values()) if (!present.has(child.name)) this.remove(child);
    for (const name of parent.threaded) if (!present.has(name)) parent.threaded.delete(name);
    const born = names
      .filter((name) => !parent.children.has(name) && !parent.threaded.has(name))
      .map((name) => cgroupNode(this.files, `${parent.folder}/${name}`, { node: parent, name }));
    for (const child of born) parent.children.set(child.name, child);
    return born;
  }

  /** Takes a cgroup out, and all below it. */
  remove(cgroup: CgroupNode): void {
    for (const child of cgroup.children.values()) this.remove(child);
    cgroup.parent?.children.delete(cgroup.name);
    cgroup.cpuStat.close();
    cgroup.procs.close();
    cgroup.gone = true;
    this.removed.push(cgroup);
  }

  /** What was taken out since the last call. */
  takeRemoved(): CgroupNode[] {
    const { removed } = this;
    this.removed = [];
    return removed;
  }
}
