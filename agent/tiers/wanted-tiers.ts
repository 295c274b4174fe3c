/** What is read of processes and threads beyond what everybody gets, each only when it is wanted. */
export interface WantedTiers {
  readonly io: boolean;
  readonly descriptors: boolean;
  readonly contextSwitches: boolean;
  readonly wchan: boolean;
  readonly threadStat: boolean;
  readonly smaps: boolean;
}

export const noTiers: WantedTiers = Object.freeze({
  io: false,
  descriptors: false,
  contextSwitches: false,
  wchan: false,
  threadStat: false,
  smaps: false,
});

/** Whether threads have to be observed for them, wanted as families by thread name or not. */
export function needThreads({ contextSwitches, wchan, threadStat }: WantedTiers): boolean {
  return contextSwitches || wchan || threadStat;
}
