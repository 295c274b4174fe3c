import type { WatchedUnit } from './unit-windows';

/** Something whose CPU time is hard to account for, in a slice and a unit of its own. */
export interface Workload {
  readonly title: string;
  /** Name of its processes and, with an ending, of its unit and its slice. */
  readonly id: string;
  /** What the load program is told, to go on for this many microseconds. */
  readonly command: (usec: number) => string;
}

/** How much of a CPU each workload uses: together they must fit on two. */
const percent = 15;

const churn = (title: string, id: string, kind: string, lifeUsec: number): Workload => ({
  title,
  id,
  command: (usec) => `${kind} ${usec} ${lifeUsec} ${percent}`,
});

/** Parents whose children live for a while, one after another. */
export const churnWorkloads: readonly Workload[] = [
  churn('children of 5 ms', 'hpb-5ms', 'fork', 5_000),
  churn('children of 0.5 s', 'hpb-500ms', 'fork', 500_000),
  churn('children of 3 s', 'hpb-3s', 'fork', 3_000_000),
  churn('children of 20 s', 'hpb-20s', 'fork', 20_000_000),
  churn('double fork, 0.5 s', 'hpb-double', 'double-fork', 500_000),
  churn('exec at half of 0.5 s', 'hpb-exec', 'exec', 500_000),
  churn('SIGCHLD ignored, 0.1 s', 'hpb-ignore', 'ignore', 100_000),
];

/** Processes that live on and lose nothing. */
export const steadyWorkloads: readonly Workload[] = [
  {
    title: '1,000 threads',
    id: 'hpb-threads',
    command: (usec) => `threads 1000 ${usec} ${percent}`,
  },
  { title: 'one steady process', id: 'hpb-steady', command: (usec) => `live ${usec} ${percent}` },
];

/** Units that live for 1 to 3 s, one after another: shorter than a scrape interval. */
export const briefUnits: Workload = {
  title: 'units of 1 to 3 s',
  id: 'hpb-brief',
  command: (usec) => `live ${usec} ${percent}`,
};

export const unitOf = ({ id }: Workload) =>
  id === briefUnits.id ? `${id}@.service` : `${id}.service`;
export const sliceOf = ({ id }: Workload) => `${id}.slice`;

export const allWorkloads: readonly Workload[] = [
  ...churnWorkloads,
  ...steadyWorkloads,
  briefUnits,
];

/** The unit's own cgroup; brief units are gone when they would be read, so their slice stands for them. */
export function watchedUnitOf(workload: Workload): WatchedUnit {
  const unit = unitOf(workload);
  return workload === briefUnits
    ? { units: [unit, sliceOf(workload)], watchedAs: sliceOf(workload) }
    : { units: [unit], watchedAs: unit };
}
