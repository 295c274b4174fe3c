import type { KernelFiles, KeptFile } from '../kernel-files/kernel-files';
import type { CgroupReading } from './observation';

/** A cgroup with what it takes to read it again. */
export interface CgroupNode extends CgroupReading {
  readonly name: string;
  readonly folder: string;
  readonly parent: CgroupNode | undefined;
  readonly children: Map<string, CgroupNode>;
  readonly cpuStat: KeptFile;
  readonly procs: KeptFile;
  /** Threaded children, which have no processes of their own: theirs are this cgroup's. */
  readonly threaded: Set<string>;
  /** The last pass that found its usage risen. */
  movedInPass: number;
  /** The first of the passes up to that one which all found it risen. */
  movingSincePass: number;
  /** Since it was last asked for children, there was a pass that did not ask. */
  childrenUnasked: boolean;
  /** Hard links of its folder when its children were listed last. */
  links: number;
}

/** A cgroup before anything of it was read. */
export function cgroupNode(
  files: KernelFiles,
  folder: string,
  parent?: { node: CgroupNode; name: string },
): CgroupNode {
  return {
    name: parent?.name ?? '',
    path: parent ? `${parent.node.path}/${parent.name}` : '',
    folder,
    parent: parent?.node,
    children: new Map(),
    processes: new Set(),
    usageUsec: 0,
    readable: true,
    enteredInPass: 0,
    movedInPass: -1,
    movingSincePass: 0,
    childrenUnasked: false,
    gone: false,
    wasOverlooked: parent?.node.childrenUnasked ?? false,
    cpuStat: files.keep('cpu_stat', `${folder}/cpu.stat`),
    procs: files.keep('cgroup_procs', `${folder}/cgroup.procs`),
    threaded: new Set(),
    links: 0,
  };
}
