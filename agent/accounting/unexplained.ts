/** What no task that was seen explains of a pass's busy time, split in three. */
export interface Unexplained {
  /** Children of root processes that came and went, see `ChildrenTime`. */
  readonly childrenUsec: number;
  readonly interruptUsec: number;
  readonly unattributedUsec: number;
}

/** What is known of a pass's time before it is split. */
export interface PassTimes {
  /** Of the node. */
  readonly busyUsec: number;
  /** Of all cgroups, root processes and kernel threads. */
  readonly tasksUsec: number;
  /** Of root processes' children that no pass saw. */
  readonly childrenUsec: number;
  /** Those children may have run in cgroups, where they are counted already: then interrupts come first. */
  readonly childrenMayBeInCgroups: boolean;
  /** Of `/proc/stat`, less ksoftirqd's own time. */
  readonly interruptUsec: number;
  /** By how much tasks may seem to use more than busy because everything is rounded to ticks. */
  readonly roundingUsec: number;
}

/**
 * Splits busy time that no task explains. Each explanation goes as far as there is time to explain and
 * never further; so the classes together are the busy time. For interrupts this is one rule for kernels
 * that take interrupt time out of the interrupted task and for those that leave it in.
 */
export class UnexplainedTime {
  // What tasks used beyond busy, by reading them a moment later or by rounding: taken off the next pass.
  private debtUsec = 0;
  private childrenWaitingUsec = 0;

  split(pass: PassTimes): Unexplained {
    const restUsec = pass.busyUsec - pass.tasksUsec - this.debtUsec;
    // A larger debt has another cause than rounding, and must not hide interrupts for ever.
    this.debtUsec = Math.min(pass.roundingUsec, Math.max(0, -restUsec));
    let openUsec = Math.max(0, restUsec);
    const take = (wantedUsec: number) => {
      const takenUsec = Math.min(openUsec, Math.max(0, wantedUsec));
      openUsec -= takenUsec;
      return takenUsec;
    };
    const takeChildren = () => {
      const wantedUsec = pass.childrenUsec + this.childrenWaitingUsec;
      const takenUsec = take(wantedUsec);
      // What finds no room may find it in the next pass: busy is read before the processes are.
      this.childrenWaitingUsec = Math.min(pass.childrenUsec, wantedUsec - takenUsec);
      return takenUsec;
    };
    if (pass.childrenMayBeInCgroups) {
      const interruptUsec = take(pass.interruptUsec);
      return { interruptUsec, childrenUsec: takeChildren(), unattributedUsec: openUsec };
    }
    const childrenUsec = takeChildren();
    const interruptUsec = take(pass.interruptUsec);
    return { childrenUsec, interruptUsec, unattributedUsec: openUsec };
  }
}
