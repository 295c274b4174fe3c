import { parseCgroupProcs } from '../cgroupfs/cgroup-procs';
import { type KernelFiles, KernelFileError } from '../kernel-files/kernel-files';
import { parseMountinfo } from '../procfs/mountinfo';

/**
 * Where a cgroup v2 hierarchy is mounted whose children have a `cpu.stat`, hybrid hosts included.
 * @param procfs where the host's proc file system is mounted
 * @param given the path of `--cgroup-root`, which is taken as it is
 * @param hostProcessesInView whether kthreadd is: then it must be in the hierarchy's root, or what is
 *   mounted there is only the part of it that a container sees
 * @returns the mount point, or `undefined` when the node offers none: then processes alone are counted
 * @throws KernelFileError when nothing is at the given path
 */
export function findCgroupRoot(
  files: KernelFiles,
  procfs: string,
  given: string | undefined,
  hostProcessesInView: boolean,
): string | undefined {
  if (given !== undefined) {
    const children = files.list('cgroup_directory', given);
    if (typeof children === 'string') {
      throw new KernelFileError(given, `expected a cgroup v2 hierarchy, found it ${children}`);
    }
    return hasAccountedChild(files, given) ? given : undefined;
  }
  const mountinfo = files.read('mountinfo', `${procfs}/self/mountinfo`);
  if (typeof mountinfo === 'string') return undefined;
  return parseMountinfo(mountinfo)
    .filter((mount) => mount.fsType === 'cgroup2')
    .map((mount) => mount.mountPoint)
    .filter((mountPoint) => !hostProcessesInView || holdsKthreadd(files, mountPoint))
    .find((mountPoint) => hasAccountedChild(files, mountPoint));
}

function holdsKthreadd(files: KernelFiles, root: string): boolean {
  const bytes = files.read('cgroup_procs', `${root}/cgroup.procs`);
  return typeof bytes !== 'string' && parseCgroupProcs(bytes, bytes.length).includes(2);
}

function hasAccountedChild(files: KernelFiles, root: string): boolean {
  const children = files.list('cgroup_directory', root);
  if (typeof children === 'string') return false;
  return children.some(
    (child) => typeof files.read('cpu_stat', `${root}/${child}/cpu.stat`) !== 'string',
  );
}
