import type { CpuClass } from '../../metrics/hostproc';
import type { ProcessReading } from '../observation/observation';
import { exeBase } from './exe-base';
import { type GroupRule, hostMonitorGroup, matches, podGroup } from './rules';

interface Verdict {
  readonly execs: number;
  readonly cpuClass: CpuClass;
  /** `undefined`: no rule and no ancestor names it; the families of process-exporter leave it out. */
  readonly groupname: string | undefined;
}

/**
 * Names the group of each process: evaluated once for each process, again after an exec, and when it
 * moves to a cgroup of another class (a container's first process starts in its runtime's unit). */
export class Grouper {
  private verdicts = new WeakMap<ProcessReading, Verdict>();

  constructor(private readonly rules: readonly GroupRule[]) {}

  /**
   * @param parentOf finds the reading of a process's parent
   * @param classOf the class of a process's cgroup
   * @returns the group, or `undefined` when neither a rule nor an ancestor gives one
   */
  groupOf(
    process: ProcessReading,
    parentOf: (process: ProcessReading) => ProcessReading | undefined,
    classOf: (process: ProcessReading) => CpuClass,
  ): string | undefined {
    const { execs } = process;
    const cpuClass = classOf(process);
    const known = this.verdicts.get(process);
    if (known?.execs === execs && known.cpuClass === cpuClass) return known.groupname;
    // Before the ancestors are asked, so that a cycle of parents (pids are reused) ends.
    this.verdicts.set(process, { execs, cpuClass, groupname: known?.groupname });
    const groupname = this.evaluate(process, cpuClass, parentOf, classOf);
    this.verdicts.set(process, { execs, cpuClass, groupname });
    return groupname;
  }

  private evaluate(
    process: ProcessReading,
    cpuClass: CpuClass,
    parentOf: (process: ProcessReading) => ProcessReading | undefined,
    classOf: (process: ProcessReading) => CpuClass,
  ): string | undefined {
    if (cpuClass === 'pod' || cpuClass === 'runtime' || cpuClass === 'agent') return podGroup;
    if (cpuClass === 'host-container') return this.hostContainerGroup(process, parentOf, classOf);
    if (this.rules.some((rule) => matches(rule, process))) return exeBase(process);
    const parent = parentOf(process);
    return parent && this.groupOf(parent, parentOf, classOf);
  }

  /**
   * Containers that the host runs for itself have the same monitor as pods, and yet are host: neither the
   * monitor nor what it started may be group `conmon`, which stands for pods.
   */
  private hostContainerGroup(
    process: ProcessReading,
    parentOf: (process: ProcessReading) => ProcessReading | undefined,
    classOf: (process: ProcessReading) => CpuClass,
  ): string | undefined {
    if (exeBase(process) === podGroup) return hostMonitorGroup;
    const parent = parentOf(process);
    const startsHere =
      !parent || classOf(parent) !== 'host-container' || exeBase(parent) === podGroup;
    return startsHere ? exeBase(process) : this.groupOf(parent, parentOf, classOf);
  }
}
