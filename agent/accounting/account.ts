import type { Owner } from '../classification/cgroup-class';
import type { GroupRule } from '../grouping/rules';
import {
  type CgroupReading,
  fullPassEveryMs,
  type Observation,
  type ProcessReading,
} from '../observation/observation';
import { tickUsec } from '../procfs/user-hz';
import { CgroupAccounts } from './cgroup-accounts';
import { ChildrenTime } from './children-time';
import type { PassTime } from './counter-table';
import { type GroupingOptions, GroupNames } from './group-names';
import type { GroupedPass } from './grouped-pass';
import { handOut } from './handing-out';
import { exitedGroup, Ledger, unitsPerGroup } from './ledger';
import type { NameLimits } from './name-budget';
import { NodeTime, type NodeTotals } from './node-time';
import { Owners } from './owners';
import { type ProcessAccount, ProcessAccounts, type ProcessUsage } from './process-accounts';
import { ProcessExporterView } from './process-exporter-view';
import type { Snapshot } from './snapshot';
import { UnexplainedTime } from './unexplained';

const interrupts: Owner = { cpuClass: 'interrupt', unit: 'interrupts' };
const unattributed: Owner = { cpuClass: 'unattributed', unit: '(unattributed)' };

export interface AccountOptions {
  readonly rules: readonly GroupRule[];
  readonly grouping?: GroupingOptions;
  /** Whether families by thread name are kept; they are, when left out. */
  readonly threads?: boolean;
  /** Whether a group is forgotten as soon as every scraper has seen its last values. */
  readonly removeEmptyGroups?: boolean;
  /** How long a new series shows 0, see `CounterTable`. */
  readonly zeroForMs: number;
  readonly maxGroups: number;
  readonly maxThreadsPerGroup: number;
  readonly maxThreads: number;
  /** How long units, groups and threads that ended stay in the exposition. */
  readonly forgetAfterMs: number;
}

/**
 * The account of a node: turns observations into totals, so that every CPU-second of busy time has exactly
 * one owner. `docs/accounting.md` says how and why.
 */
export class Account {
  private readonly owners = new Owners();
  private readonly groupNames: GroupNames;
  private readonly nodeTime = new NodeTime();
  private readonly processes = new ProcessAccounts();
  private readonly cgroups = new CgroupAccounts();
  private readonly childrenTime = new ChildrenTime();
  private readonly unexplained = new UnexplainedTime();
  private readonly ledger: Ledger;
  private readonly view: ProcessExporterView;
  private readonly forgetAfterMs: number;
  /** Whether processes may get another group although nothing happened to them. */
  private readonly rechecks: boolean;
  private keepAtMs = -Infinity;
  private nodeBefore: NodeTotals | undefined;
  private droppedUsec = 0;

  constructor(options: AccountOptions) {
    const { rules, zeroForMs, forgetAfterMs, maxGroups, maxThreads, maxThreadsPerGroup } = options;
    const groupLimits: NameLimits = { total: maxGroups, perParent: maxGroups, forgetAfterMs };
    const threadLimits = { total: maxThreads, perParent: maxThreadsPerGroup, forgetAfterMs };
    this.groupNames = new GroupNames(rules, groupLimits, this.owners, options.grouping);
    this.ledger = new Ledger(zeroForMs, maxGroups * unitsPerGroup);
    const { threads = true, removeEmptyGroups = false } = options;
    this.view = new ProcessExporterView(this.groupNames, this.owners, this.processes, {
      zeroForMs,
      threadLimits,
      threads,
      removeEmptyGroups,
      forgetAfterMs,
    });
    this.forgetAfterMs = forgetAfterMs;
    this.rechecks = (options.grouping?.recheckForMs ?? 0) > 0;
  }

  /** From now on other rules hold: each process is named anew when it is read next. */
  replaceRules(rules: readonly GroupRule[]): void {
    this.groupNames.replaceRules(rules);
    this.keepAtMs = -Infinity;
  }

  update(observation: Observation): Snapshot {
    const time = { nowMs: observation.atMs, first: this.nodeBefore === undefined };
    const node = this.nodeTime.update(observation.cpus, observation.atMs);
    this.owners.beginPass(observation);
    const all = this.isKept(observation);
    const usage = this.processes.update(observation, all || this.rechecks);
    const users = this.groupNames.beginPass(observation, usage.told);

    const creditedBeforeUsec = this.ledger.totalUsec;
    const ksoftirqdUsec = this.creditKernelThreads(usage, observation.root, time);
    this.creditClaimants(usage, observation, time);
    const tasksUsec = this.ledger.totalUsec - creditedBeforeUsec;
    this.creditUnexplained(observation, usage, node, tasksUsec, ksoftirqdUsec, time);
    this.nodeBefore = node;

    const grouped = this.view.update(usage, users, all, observation, time);
    if (observation.full) this.forget(time);
    for (const account of usage.told) account.cgroupBefore = account.process.cgroup;
    return this.snapshot(observation, node, grouped);
  }

  /** @returns what ksoftirqd used, which `/proc/stat` shows as interrupt time as well */
  private creditKernelThreads({ told }: ProcessUsage, root: CgroupReading, time: PassTime): number {
    let ksoftirqdUsec = 0;
    for (const { process, userUsec, systemUsec } of told) {
      if (!isRootKernelThread(process, root)) continue;
      const owner = this.owners.ownerOfKernelThread(process);
      const usec = userUsec + systemUsec;
      this.ledger.credit(owner, owner.unit, usec, time);
      if (owner.unit === 'ksoftirqd') ksoftirqdUsec += usec;
    }
    return ksoftirqdUsec;
  }

  /** Everybody else: user processes, and kernel threads that work for a cgroup and sit in it (vhost). */
  private creditClaimants(
    { told, ended }: ProcessUsage,
    observation: Observation,
    time: PassTime,
  ): void {
    const credit = (account: ProcessAccount, cgroup: CgroupReading, usec: number) => {
      const owner = this.owners.ownerOfProcess(account.process, cgroup);
      this.ledger.credit(owner, this.groupNames.own(account), usec, time);
    };
    const { root } = observation;
    const shares = this.cgroups.update(observation);
    for (const cgroup of shares.keys()) {
      this.ledger.keep(this.owners.ownerOfCgroup(cgroup), time);
    }
    const newcomers: ProcessAccount[] = [];
    for (const account of told) {
      const { process, cgroupBefore = process.cgroup } = account;
      if (isRootKernelThread(process, root)) continue;
      account.outstandingUsec += account.userUsec + account.systemUsec;
      const { cgroup } = process;
      const share = shares.get(cgroup);
      if (cgroup === root && cgroupBefore === root) {
        // The root cgroup has no usage of its own to hand out: its processes' times are all there is.
        credit(account, root, account.outstandingUsec);
        account.outstandingUsec = 0;
      } else if (share && cgroup === account.cgroupBefore) {
        share.residents.push(account);
      } else if (share || cgroup === root) {
        newcomers.push(account);
      } else {
        // Its cgroup's usage is not known in this pass; when it is, it is handed out as (exited).
        account.outstandingUsec = 0;
      }
    }
    this.droppedUsec += handOut(shares, newcomers, credit, (cgroup, usec) =>
      this.ledger.credit(this.owners.ownerOfCgroup(cgroup), exitedGroup, usec, time),
    );
    for (const { outstandingUsec } of ended) this.droppedUsec += outstandingUsec;
  }

  private creditUnexplained(
    { root, mode, cpus, processes }: Observation,
    usage: ProcessUsage,
    node: NodeTotals,
    tasksUsec: number,
    ksoftirqdUsec: number,
    time: PassTime,
  ): void {
    const before = this.nodeBefore ?? node;
    const rest = this.unexplained.split({
      busyUsec: node.busyUsec - before.busyUsec,
      tasksUsec,
      childrenUsec: this.childrenTime.unseenUsec(usage, root),
      childrenMayBeInCgroups: mode === 'cgroup2',
      interruptUsec: node.interruptUsec - before.interruptUsec - ksoftirqdUsec,
      roundingUsec: 2 * tickUsec * (cpus.length + processes.size),
    });
    if (rest.childrenUsec > 0) {
      this.ledger.credit(this.owners.ownerOfCgroup(root), exitedGroup, rest.childrenUsec, time);
    }
    this.ledger.credit(interrupts, interrupts.unit, rest.interruptUsec, time);
    this.ledger.credit(unattributed, unattributed.unit, rest.unattributedUsec, time);
  }

  /**
   * Whether everything that is alive is to be told, also what used nothing: often enough that its series
   * are not forgotten.
   */
  private isKept({ full, atMs }: Observation): boolean {
    if (!full || atMs < this.keepAtMs) return false;
    this.keepAtMs = atMs + this.forgetAfterMs / 2 - fullPassEveryMs;
    return true;
  }

  /** Takes series out that nobody will add to any more, and those of names that lost their place. */
  private forget(time: PassTime): void {
    const hasName = (groupname: string) => this.groupNames.has(groupname);
    this.ledger.forget(time, this.forgetAfterMs, hasName);
    this.view.namegroups.forget(time, this.forgetAfterMs, hasName);
  }

  private snapshot({ atMs, mode }: Observation, node: NodeTotals, grouped: GroupedPass): Snapshot {
    const { budget } = this.groupNames;
    const { namegroups } = this.view;
    const { threadBudget } = namegroups;
    return {
      mode,
      node,
      unitSeconds: this.ledger.unitSeconds(atMs),
      // Without processes nobody can be named, and "ended unseen" would be said of everybody.
      groupSeconds: mode === 'cgroups-only' ? [] : this.ledger.groupSeconds(atMs),
      namegroupSeconds: namegroups.cpuSeconds(atMs),
      threadSeconds: namegroups.threadSeconds(atMs),
      namegroupMinorFaults: namegroups.minorFaultCounts(atMs),
      namegroupMajorFaults: namegroups.majorFaultCounts(atMs),
      groupSizes: namegroups.sizes.all(),
      grouped,
      claimsDroppedSeconds: this.droppedUsec / 1_000_000,
      names: [
        { kind: 'group', count: budget.size, foldedTotal: budget.foldedTotal },
        { kind: 'thread', count: threadBudget.size, foldedTotal: threadBudget.foldedTotal },
      ],
    };
  }
}

function isRootKernelThread(process: ProcessReading, root: CgroupReading): boolean {
  return process.kernelThread && process.cgroup === root;
}
