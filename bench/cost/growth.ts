import type { CrowdShape } from '../crowd/crowd-plan';
import { type Line, lineThrough } from '../report/statistics';

/** What is varied while everything else stays. */
export const axes = ['active', 'idle', 'threads', 'series'] as const;
export type Axis = (typeof axes)[number];

/** One crowd of a row in which a single thing grows. */
export interface GrowthStep {
  readonly axis: Axis;
  readonly shape: CrowdShape;
}

/** What a scrape cost there. */
export interface GrowthPoint {
  readonly axis: Axis;
  /** Active processes, idle processes, threads, or series that were exposed. */
  readonly x: number;
  readonly medianMs: number;
  readonly meanMs: number;
  /** The median without what V8's compiler used on a thread of its own. */
  readonly mainThreadMs: number;
  readonly series: number;
  readonly reads: number;
}

/**
 * Enough for a tick of each active process in every interval, and so little that the crowd leaves most of the
 * CPUs to the agent: two of them may be one core, where each is slower while the other works.
 */
const activeMsPerSecond = 2;
export const growthIntervalSeconds = 6;
/** So many that one with a full pass and one with a collection of garbage leave the median alone. */
export const scrapesPerVisit = 12;
/**
 * How often each crowd of an axis is visited, in turns: what the machine does for a few minutes falls on all
 * of them. Only along the active processes a straight line is asked for, so only there it pays.
 */
export const growthVisits: Readonly<Record<Axis, number>> = {
  active: 3,
  idle: 1,
  threads: 1,
  series: 1,
};

const base: CrowdShape = {
  processes: 500,
  threads: 3500,
  cgroups: 150,
  activeProcesses: 50,
  activeMsPerSecond,
  processNames: 60,
  threadNames: 8,
};

const activeCounts = [0, 50, 100, 150, 200, 300];
const idleCounts = [75, 450, 950, 1950];
const threadCounts = [500, 3500, 10_000, 20_000];
const nameCounts = [5, 25, 60, 120];
const threadsEach = base.threads / base.processes;

/** Every crowd that growth is measured on; along each axis the smallest first. */
export const growthSteps: readonly GrowthStep[] = [
  ...activeCounts.map((activeProcesses) => step('active', { activeProcesses })),
  // As many to a cgroup as before: where active processes sit together, idle cgroups are added.
  ...idleCounts.map((idle) => {
    const processes = base.activeProcesses + idle;
    const cgroups = Math.round((processes * base.cgroups) / base.processes);
    return step('idle', { processes, cgroups, threads: processes * threadsEach });
  }),
  ...threadCounts.map((threads) => step('threads', { threads })),
  ...nameCounts.map((processNames) => step('series', { processNames })),
];

function step(axis: Axis, change: Partial<CrowdShape>): GrowthStep {
  return { axis, shape: { ...base, ...change } };
}

/** Of how many scrapes a point is the median. */
export function scrapesOf(axis: Axis): number {
  return scrapesPerVisit * growthVisits[axis];
}

/** What grows, as a number. */
export function placeOf({ axis, shape }: GrowthStep, series: number): number {
  switch (axis) {
    case 'active':
      return shape.activeProcesses;
    case 'idle':
      return shape.processes - shape.activeProcesses;
    case 'threads':
      return shape.threads;
    case 'series':
      return series;
  }
}

/**
 * How the cost of a scrape grows along an axis: milliseconds for each one more. The compiler's part is left
 * out: it compiles what has run often enough, whatever the crowd, and nothing any more in the end.
 */
export function growthAlong(points: readonly GrowthPoint[], axis: Axis): Line {
  return lineThrough(
    points.filter((point) => point.axis === axis).map(({ x, mainThreadMs }) => [x, mainThreadMs]),
  );
}
