/** What a crowd is made of. */
export interface CrowdShape {
  readonly processes: number;
  /** In all, the first thread of each process included. */
  readonly threads: number;
  /** Cgroups with processes in them. */
  readonly cgroups: number;
  /** How many of the processes use CPU time; the others sleep for ever. */
  readonly activeProcesses: number;
  /** Milliseconds of CPU that an active process uses in a second. */
  readonly activeMsPerSecond: number;
  /** Names that the processes share among them, and names that the threads of a process share. */
  readonly processNames: number;
  readonly threadNames: number;
}

/** One process of a crowd. */
export interface CrowdProcess {
  /** Path of its cgroup below that of the crowd. */
  readonly cgroup: string;
  readonly name: string;
  readonly threads: number;
  readonly threadNames: number;
  readonly active: boolean;
}

/** Part of the processes of a busy cgroup that are busy themselves. */
const activeInActiveCgroup = 0.75;

/**
 * Spreads processes over the cgroups of a node: services, and pods of a container with its monitor. Active
 * processes sit together, as on a node: most cgroups have none.
 */
export function crowdPlan(shape: CrowdShape): CrowdProcess[] {
  const { processes, threads, activeProcesses, processNames, threadNames } = shape;
  const cgroups = Math.min(shape.cgroups, processes);
  const plan: CrowdProcess[] = [];
  const activeCgroups = activeCgroupsOf({ ...shape, cgroups });
  let activeLeft = activeProcesses;
  for (let i = 0; i < cgroups; i++) {
    // What is left over when dividing goes to those in front, one each.
    const members = shareOf(processes, cgroups, i);
    const active =
      i < activeCgroups ? Math.min(members, shareOf(activeProcesses, activeCgroups, i)) : 0;
    activeLeft -= active;
    for (let member = 0; member < members; member++) {
      plan.push({
        cgroup: cgroupPath(i, cgroups),
        name: `crowd${plan.length % processNames}`,
        threads: shareOf(threads, processes, plan.length),
        threadNames,
        active: member < active,
      });
    }
  }
  if (activeLeft > 0) throw new Error(`Expected room for ${activeProcesses} active processes.`);
  return plan;
}

function activeCgroupsOf({ processes, cgroups, activeProcesses }: CrowdShape): number {
  if (activeProcesses === 0) return 0;
  const members = processes / cgroups;
  const enough = Math.ceil(activeProcesses / Math.floor(members));
  return Math.min(
    cgroups,
    Math.max(enough, Math.ceil(activeProcesses / members / activeInActiveCgroup)),
  );
}

function shareOf(whole: number, parts: number, index: number): number {
  return Math.floor(whole / parts) + (index < whole % parts ? 1 : 0);
}

/** Every third is a service; the others are pods by turns in two classes, each with its container. */
function cgroupPath(index: number, cgroups: number): string {
  if (index % 3 === 0) return `system.slice/crowd-${index}.service`;
  // A hash of its own for each, as long as the real ones: paths are part of what is read.
  const id = index.toString(16).padStart(8, '0').repeat(8);
  const uid = `${id.slice(0, 8)}_${id.slice(0, 4)}_${id.slice(0, 4)}_${id.slice(0, 4)}_${id.slice(0, 12)}`;
  const quality = index % 2 === 0 ? 'burstable' : 'besteffort';
  const pod = `kubepods.slice/kubepods-${quality}.slice/kubepods-${quality}-pod${uid}.slice`;
  const monitor = index >= cgroups * 0.9 ? 'crio-conmon' : 'crio';
  return `${pod}/${monitor}-${id}.scope`;
}
