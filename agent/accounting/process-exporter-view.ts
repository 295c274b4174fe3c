import type { Observation, ProcessReading } from '../observation/observation';
import type { PassTime } from './counter-table';
import type { GroupNames } from './group-names';
import type { GroupedPass } from './grouped-pass';
import type { NameLimits } from './name-budget';
import { type Member, Namegroups } from './namegroups';
import type { Owners } from './owners';
import type { ThreadCounts } from './thread-census';
import type { ProcessAccount, ProcessAccounts, ProcessUsage } from './process-accounts';

/** What of process-exporter's view is wanted; see `AccountOptions`. */
export interface ViewOptions {
  readonly zeroForMs: number;
  readonly threadLimits: NameLimits;
  readonly threads: boolean;
  readonly removeEmptyGroups: boolean;
  readonly forgetAfterMs: number;
}

/** Who is in which of process-exporter's groups, pass by pass. */
export class ProcessExporterView {
  readonly namegroups: Namegroups;
  private foldedBefore = 0;
  private threadCounts: ThreadCounts = new Map();
  private dead: readonly ProcessReading[] = [];

  constructor(
    private readonly groupNames: GroupNames,
    private readonly owners: Owners,
    private readonly processes: ProcessAccounts,
    private readonly options: ViewOptions,
  ) {
    this.namegroups = new Namegroups(options.zeroForMs, options.threadLimits);
  }

  /**
   * Adds what processes used to their groups, and counts who is alive.
   * @param users those of whom there is something to tell
   * @param all these are all that are alive
   * @returns the same processes, for tiers
   */
  update(
    usage: ProcessUsage,
    users: readonly ProcessAccount[],
    all: boolean,
    observation: Observation,
    time: PassTime,
  ): GroupedPass {
    const told = users.flatMap((account) => this.memberOf(account));
    this.namegroups.update(told, all, time);
    const ended = usage.ended.flatMap((account) => this.memberOf(account));
    this.namegroups.updateEnded(ended, time);
    this.count(usage, observation, time);
    if (this.options.removeEmptyGroups) this.namegroups.forgetEmpty(time);
    return this.groupedPass(told, observation, time);
  }

  private count({ read, ended }: ProcessUsage, observation: Observation, time: PassTime): void {
    const { sizes } = this.namegroups;
    for (const { process } of ended) sizes.delete(process, time);
    // A name that lost its place takes its processes with it, whether they did something or not.
    const { foldedTotal } = this.groupNames.budget;
    const everybody = observation.full || foldedTotal !== this.foldedBefore;
    this.foldedBefore = foldedTotal;
    for (const account of everybody ? this.processes.alive() : read) {
      sizes.put(account.process, this.groupNames.legacy(account), time);
    }
    if (everybody) this.countDead(observation.foundDead, time);
  }

  private countDead(foundDead: readonly ProcessReading[], time: PassTime): void {
    const { sizes } = this.namegroups;
    for (const process of this.dead) sizes.delete(process, time);
    for (const process of foundDead) {
      sizes.put(process, this.groupNames.legacyOfDead(process), time);
    }
    this.dead = foundDead;
  }

  private memberOf(account: ProcessAccount): Member | [] {
    const groupname = this.groupNames.legacy(account);
    if (groupname === undefined) return [];
    const isSelf = this.owners.isSelf(account.process);
    const threads = this.options.threads && this.groupNames.showsThreads(account.process);
    return { account, groupname, isSelf, threads };
  }

  /** @param told those of whom there is something to tell: in a full pass the others are added */
  private groupedPass(
    told: readonly Member[],
    { pass, full, foundDead }: Observation,
    time: PassTime,
  ): GroupedPass {
    const { groupNames, namegroups } = this;
    const { removeEmptyGroups, forgetAfterMs } = this.options;
    const alive = full ? [...this.processes.alive()] : [];
    const members = full ? alive.flatMap((account) => this.memberOf(account)) : told;
    if (full) this.threadCounts = namegroups.countThreads(members, time);
    return {
      time,
      pass,
      full,
      members,
      foundDead: full ? foundDead.flatMap((process) => groupNames.legacyOfDead(process) ?? []) : [],
      threadCounts: this.threadCounts,
      threadname: (member, comm) => namegroups.threadname(member, comm),
      // Who is to go at once is unwanted, see below.
      forgetAfterMs: removeEmptyGroups ? Infinity : forgetAfterMs,
      isWanted: ([groupname = '', threadname]) =>
        groupNames.has(groupname) &&
        (threadname === undefined || namegroups.hasThread(groupname, threadname)) &&
        (!removeEmptyGroups || !namegroups.sizes.isEmpty(groupname)),
    };
  }
}
