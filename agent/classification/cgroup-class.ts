import type { CpuClass } from '../../metrics/hostproc';
import { rootUnit, unitName } from './unit-name';

/** Where the CPU time of a cgroup belongs. */
export interface Owner {
  readonly cpuClass: CpuClass;
  readonly unit: string;
}

const conmonScope = /^(?:[a-z]+-)?conmon-.+\.scope$/;
/** The systemd driver names it `kubepods.slice`, the cgroupfs driver `kubepods`, kind puts it below `kubelet.slice`. */
const kubepods = /^(?:kubelet-)?kubepods(?:\.slice)?$/;
/** `kubepods-burstable.slice` or, with the cgroupfs driver, `burstable`. */
const qosClass = /(burstable|besteffort)(?:\.slice)?$/;

/**
 * Class and unit of a cgroup, from nothing but its path below the root of the hierarchy. The layouts of
 * systemd, CRI-O, containerd, podman and machines without systemd are in the table of the spec.
 * @param path `''` for the root, else beginning with a slash
 */
export function ownerOfCgroup(path: string): Owner {
  if (path === '') return { cpuClass: 'service', unit: rootUnit };
  const folders = path.slice(1).split('/');
  const top = folders[0] ?? '';
  if (top === 'machine.slice') return { cpuClass: 'host-container', unit: outermostUnit(folders) };
  // The outermost scope alone: what a container calls its own cgroups inside is its own affair.
  const scope = folders.find((folder) => folder.endsWith('.scope'));
  if (scope !== undefined && conmonScope.test(scope)) {
    return { cpuClass: 'runtime', unit: unitName(scope) };
  }
  const pods = folders.findIndex((folder) => kubepods.test(folder));
  if (pods >= 0) return { cpuClass: 'pod', unit: podUnit(folders[pods + 1]) };
  if (top === 'user.slice') return { cpuClass: 'session', unit: outermostUnit(folders) };
  return { cpuClass: 'service', unit: outermostUnit(folders) };
}

/** Pods by quality of service: a bounded unit; the console's own series split them further. */
function podUnit(below: string | undefined): string {
  const qos = qosClass.exec(below ?? '')?.[1];
  return qos === undefined ? 'kubepods.slice' : `kubepods-${qos}.slice`;
}

/** The first folder below the slices; a slice itself when there is none. */
function outermostUnit(folders: readonly string[]): string {
  const unit = folders.find((folder) => !folder.endsWith('.slice'));
  return unitName(unit ?? folders[folders.length - 1] ?? '');
}
