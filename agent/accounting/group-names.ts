import { kernelThreadKind } from '../classification/kernel-thread-kind';
import { exeBase } from '../grouping/exe-base';
import type { GrouperOptions } from '../grouping/grouper';
import { Grouper } from '../grouping/grouper';
import type { ProcessDetails } from '../grouping/process-details';
import type { GroupRule } from '../grouping/rules';
import type { Observation, ProcessReading } from '../observation/observation';
import { NameBudget, type NameKey, nameKey, type NameLimits, otherName } from './name-budget';
import { agentGroup, type Owners } from './owners';
import type { ProcessAccount } from './process-accounts';

/** How rules are applied. */
export interface GroupingOptions extends GrouperOptions {
  readonly details?: ProcessDetails;
}

/** The group name of every process, within the budget of group names. */
export class GroupNames {
  readonly budget: NameBudget;
  private readonly grouper: Grouper;
  private readonly keys = new Map<string, NameKey>();
  private byPid: ReadonlyMap<number, ProcessReading> = new Map();

  constructor(
    rules: readonly GroupRule[],
    limits: NameLimits,
    private readonly owners: Owners,
    { details, ...options }: GroupingOptions = {},
  ) {
    this.grouper = new Grouper(rules, details, options);
    this.budget = new NameBudget(limits);
  }

  /**
   * Names the processes of a pass, and notices all names, so that the busiest of them can be chosen.
   * @returns who may be in process-exporter's view: all user processes, and kernel threads that rules name
   */
  beginPass(observation: Observation, told: readonly ProcessAccount[]): readonly ProcessAccount[] {
    this.grouper.beginPass();
    this.byPid = observation.processes;
    const users: ProcessAccount[] = [];
    for (const account of told) {
      const ruled = this.ruled(account.process);
      account.isNamed = ruled !== undefined;
      if (account.process.kernelThread && !account.isNamed) continue;
      users.push(account);
      const groupname = ruled ?? exeBase(account.process);
      if (account.group?.name !== groupname) account.group = this.keyOf(groupname);
      this.budget.note(account.group, account.userUsec + account.systemUsec, observation.atMs);
    }
    this.budget.settle();
    if (observation.full) {
      this.budget.review(observation.atMs);
      // Names that nobody has any more; the others are made again.
      this.keys.clear();
    }
    return users;
  }

  /** From now on other rules hold; counters of names that no process has any more stay until they expire. */
  replaceRules(rules: readonly GroupRule[]): void {
    this.grouper.replaceRules(rules);
  }

  /** Whether the process's rule leaves it its families by thread name. */
  showsThreads(process: ProcessReading): boolean {
    return this.grouper.showsThreads(process);
  }

  /**
   * process-exporter's group of a process that was named, or `(other)`; `undefined` when neither a rule
   * nor an ancestor gives one.
   */
  legacy({ group, isNamed }: ProcessAccount): string | undefined {
    return group && isNamed ? this.budget.nameOf(group) : undefined;
  }

  /** The same for a process that has no account. */
  legacyOfDead(process: ProcessReading): string | undefined {
    const groupname = this.ruled(process);
    return groupname === undefined ? undefined : this.budget.nameOf(this.keyOf(groupname));
  }

  /** The group in our own families, which name every process, or `(other)`. */
  own({ process, group }: ProcessAccount): string {
    if (this.owners.isSelf(process)) return agentGroup;
    if (process.kernelThread) return kernelThreadKind(process.comm);
    return group ? this.budget.nameOf(group) : otherName;
  }

  /** Whether a name may have series of its own. */
  has(groupname: string): boolean {
    return groupname === otherName || this.budget.has(this.keyOf(groupname));
  }

  private keyOf(groupname: string): NameKey {
    let key = this.keys.get(groupname);
    if (!key) {
      key = nameKey('', groupname);
      this.keys.set(groupname, key);
    }
    return key;
  }

  private ruled(process: ProcessReading): string | undefined {
    return this.grouper.groupOf(process, this.parentOf, this.classOf);
  }

  private readonly parentOf = ({ ppid }: ProcessReading) => this.byPid.get(ppid);
  private readonly classOf = (process: ProcessReading) =>
    this.owners.ownerOfProcess(process).cpuClass;
}
