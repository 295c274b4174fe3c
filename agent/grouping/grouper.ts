import type { CpuClass } from '../../metrics/hostproc';
import type { CgroupReading, ProcessReading } from '../observation/observation';
import { Candidate } from './candidate';
import { exeBase } from './exe-base';
import { nothingKnown, type ProcessDetails } from './process-details';
import {
  builtInRules,
  type GroupRule,
  hostMonitorGroup,
  match,
  nameAlike,
  nameBy,
  podGroup,
} from './rules';

/** Finds the reading of a process's parent. */
export type ParentOf = (process: ProcessReading) => ProcessReading | undefined;
/** The class of a process's cgroup. */
export type ClassOf = (process: ProcessReading) => CpuClass;

export interface GrouperOptions {
  /** Whether a process that no rule names is in its nearest ancestor's group. It is, when left out. */
  readonly children?: boolean;
  /**
   * For how long after its start a process without a group is looked at anew in every pass: 0, also when
   * left out, never; Infinity always.
   */
  readonly recheckForMs?: number;
  /** Since 1970, for `recheckForMs`. */
  readonly nowMs?: () => number;
  /** Is told how each process got its group. */
  readonly debug?: ((message: string) => void) | undefined;
}

interface Group {
  /** `undefined`: no rule and no ancestor names it; the families of process-exporter leave it out. */
  readonly groupname: string | undefined;
  readonly threads: boolean;
}

interface Verdict extends Group {
  readonly execs: number;
  readonly cpuClass: CpuClass;
  readonly cgroup: CgroupReading;
  /** When it was given, for `recheckForMs`. */
  readonly pass: number;
}

const noGroup: Group = { groupname: undefined, threads: true };

/**
 * Names the group of each process: evaluated once for each process, again after an exec, and when it
 * moves to a cgroup of another class (a container's first process starts in its runtime's unit) or, where a
 * rule selects by cgroup, to any other cgroup. */
export class Grouper {
  private verdicts = new WeakMap<ProcessReading, Verdict>();
  private readonly firstPpids = new WeakMap<ProcessReading, number>();
  private rules!: readonly GroupRule[];
  private podsAreOneGroup = false;
  private rulesUseCgroups = false;
  private pass = 0;

  /** @param details what rules may look at beyond a `ProcessReading`; asked only when one does */
  constructor(
    rules: readonly GroupRule[],
    private readonly details: ProcessDetails = nothingKnown,
    private readonly options: GrouperOptions = {},
  ) {
    this.replaceRules(rules);
  }

  /** From now on other rules hold: every process is named anew when it is next asked for. */
  replaceRules(rules: readonly GroupRule[]): void {
    this.rules = rules;
    this.podsAreOneGroup = nameAlike(rules, builtInRules);
    this.rulesUseCgroups = rules.some(({ cgroup }) => cgroup !== undefined);
    this.verdicts = new WeakMap();
  }

  /** Begins a pass, in which processes without a group are looked at anew if the options say so. */
  beginPass(): void {
    this.pass += 1;
  }

  /** @returns the group, or `undefined` when neither a rule nor an ancestor gives one */
  groupOf(process: ProcessReading, parentOf: ParentOf, classOf: ClassOf): string | undefined {
    return this.verdictOf(process, parentOf, classOf).groupname;
  }

  /** Whether the rule that named a process leaves it its families by thread name. Ask for the group first. */
  showsThreads(process: ProcessReading): boolean {
    return this.verdicts.get(process)?.threads ?? true;
  }

  private verdictOf(process: ProcessReading, parentOf: ParentOf, classOf: ClassOf): Group {
    const { execs, cgroup } = process;
    const cpuClass = classOf(process);
    const known = this.verdicts.get(process);
    const same =
      known?.execs === execs &&
      known.cpuClass === cpuClass &&
      (!this.rulesUseCgroups || known.cgroup === cgroup);
    const recheck = same && this.isRechecked(process, known);
    if (same && !recheck) return known;
    // A parent that ends leaves its children to another one; the first one is what counts.
    if (!this.firstPpids.has(process)) this.firstPpids.set(process, process.ppid);
    // Before the ancestors are asked, so that a cycle of parents (pids are reused) ends.
    const about = { execs, cpuClass, cgroup, pass: this.pass };
    this.verdicts.set(process, { ...(known ?? noGroup), ...about });
    const group = this.evaluate(process, recheck, cpuClass, parentOf, classOf);
    const verdict = { ...group, ...about };
    this.verdicts.set(process, verdict);
    return verdict;
  }

  private isRechecked(process: ProcessReading, { groupname, pass }: Verdict): boolean {
    const { recheckForMs = 0, nowMs = Date.now } = this.options;
    if (groupname !== undefined || pass === this.pass || recheckForMs === 0) return false;
    if (recheckForMs === Infinity) return true;
    const start = this.details.startTime(process);
    if (!start) return false;
    return nowMs() - start.seconds * 1000 - start.hundredths * 10 < recheckForMs;
  }

  private evaluate(
    process: ProcessReading,
    recheck: boolean,
    cpuClass: CpuClass,
    parentOf: ParentOf,
    classOf: ClassOf,
  ): Group {
    // A kernel thread that works for a pod is not one of its processes.
    if (this.podsAreOneGroup && !process.kernelThread) {
      if (cpuClass === 'pod' || cpuClass === 'runtime' || cpuClass === 'agent') {
        return { groupname: podGroup, threads: true };
      }
      if (cpuClass === 'host-container') return this.hostContainer(process, parentOf, classOf);
    }
    const ruled = this.byRules(process, recheck);
    if (ruled) return ruled;
    const parent = this.options.children === false ? undefined : parentOf(process);
    const group = parent ? this.verdictOf(parent, parentOf, classOf) : noGroup;
    this.debug(process, group, parent && `as a child of ${parent.pid}`);
    return group;
  }

  private byRules(process: ProcessReading, recheck: boolean): Group | undefined {
    const ppid = this.firstPpids.get(process) ?? process.ppid;
    const cmdline = recheck && !process.kernelThread ? this.details.cmdline(process) : undefined;
    const candidate = new Candidate(process, ppid, this.details, cmdline);
    for (const [index, rule] of this.rules.entries()) {
      const captures = match(rule, candidate);
      if (!captures) continue;
      const group = {
        groupname: nameBy(rule, candidate, captures),
        threads: rule.threads ?? true,
      };
      this.debug(process, group, `by rule ${index + 1}`);
      return group;
    }
    return undefined;
  }

  /**
   * Containers that the host runs for itself have the same monitor as pods, and yet are host: neither the
   * monitor nor what it started may be group `conmon`, which stands for pods.
   */
  private hostContainer(process: ProcessReading, parentOf: ParentOf, classOf: ClassOf): Group {
    if (exeBase(process) === podGroup) return { groupname: hostMonitorGroup, threads: true };
    const parent = parentOf(process);
    const startsHere =
      !parent || classOf(parent) !== 'host-container' || exeBase(parent) === podGroup;
    return startsHere
      ? { groupname: exeBase(process), threads: true }
      : this.verdictOf(parent, parentOf, classOf);
  }

  private debug({ pid, comm }: ProcessReading, { groupname }: Group, why = 'no rule'): void {
    const group = groupname === undefined ? 'no group' : `group ${JSON.stringify(groupname)}`;
    this.options.debug?.(`process ${pid} (${comm}): ${group}, ${why}`);
  }
}
