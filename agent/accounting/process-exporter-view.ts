import type { Observation, ProcessReading } from '../observation/observation';
import type { PassTime } from './counter-table';
import type { GroupNames } from './group-names';
import type { GroupedPass } from './grouped-pass';
import type { NameLimits } from './name-budget';
import { type Member, Namegroups } from './namegroups';
import type { Owners } from './owners';
import type { ProcessAccount, ProcessAccounts } from './process-accounts';

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
    users: readonly ProcessAccount[],
    all: boolean,
    observation: Observation,
    time: PassTime,
  ): GroupedPass {
    const told = users.flatMap((account) => this.memberOf(account));
    this.namegroups.update(told, all, time);
    this.count(observation, time);
    if (this.options.removeEmptyGroups) this.namegroups.forgetEmpty(time);
    return this.groupedPass(told, observation, time);
  }

  private count({ foundDead }: Observation, time: PassTime): void {
    const { sizes } = this.namegroups;
    sizes.beginCount();
    const count = (groupname: string | undefined, process: ProcessReading) => {
      if (groupname !== undefined) sizes.count(groupname, process, time);
    };
    for (const account of this.processes.alive()) {
      count(this.groupNames.legacy(account), account.process);
    }
    for (const process of foundDead) count(this.groupNames.legacyOfDead(process), process);
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
    { full, foundDead }: Observation,
    time: PassTime,
  ): GroupedPass {
    const { groupNames, namegroups } = this;
    const { removeEmptyGroups, forgetAfterMs } = this.options;
    const alive = full ? [...this.processes.alive()] : [];
    const members = full ? alive.flatMap((account) => this.memberOf(account)) : told;
    if (full) namegroups.nameThreads(members, time);
    return {
      time,
      full,
      members,
      foundDead: full ? foundDead.flatMap((process) => groupNames.legacyOfDead(process) ?? []) : [],
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
