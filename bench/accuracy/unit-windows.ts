import { groupCpuSeconds } from '../../metrics/hostproc';
import { growth, type Scrape, select } from './record';

/** How well the groups of units explain what the units' cgroups used, over every window that counts. */
export interface WindowFigures {
  readonly windows: number;
  /** Groups over truth: 1 where the difference is within the moments at which the bench could read. */
  readonly lowestRatio: number;
  readonly highestRatio: number;
}

/** A unit as the agent names it, and the cgroup that the bench watches for it. */
export interface WatchedUnit {
  /** Values of label `unit`. */
  readonly units: readonly string[];
  readonly watchedAs: string;
}

/** A new series shows 0 for a little more than an interval: it is late by up to so many scrapes. */
const lateScrapes = 2;

/** @param scrapes all scrapes since the agent began, of which those from `begin` on are judged */
export function unitWindows(
  scrapes: readonly Scrape[],
  begin: number,
  windowSeconds: number,
  watched: readonly WatchedUnit[],
): WindowFigures {
  const ratios = watched.flatMap((unit) => ratiosOf(unit, scrapes, begin, windowSeconds));
  return {
    windows: ratios.length,
    lowestRatio: Math.min(...ratios),
    highestRatio: Math.max(...ratios),
  };
}

function ratiosOf(
  { units, watchedAs }: WatchedUnit,
  scrapes: readonly Scrape[],
  begin: number,
  windowSeconds: number,
): number[] {
  const selector = {
    name: groupCpuSeconds.name,
    where: ({ unit }: Readonly<Record<string, string>>) => units.includes(unit ?? ''),
  };
  const firstSeen = new Map<string, number>();
  for (const [i, { agent }] of scrapes.entries()) {
    for (const [key] of select(agent, selector)) if (!firstSeen.has(key)) firstSeen.set(key, i);
  }
  const isSettled = (key: string, at: number) => {
    const seen = firstSeen.get(key) ?? 0;
    return seen === 0 || seen + lateScrapes <= at;
  };
  const ratios: number[] = [];
  for (let i = begin; i < scrapes.length; i++) {
    const from = scrapes[i];
    const j = scrapes.findIndex(
      ({ atSeconds }) => atSeconds >= (from?.atSeconds ?? 0) + windowSeconds - 0.5,
    );
    const to = scrapes[j];
    if (!from || !to) break;
    // What a new series is late with would be in the wrong window.
    if (!select(to.agent, selector).every(([key]) => isSettled(key, i))) continue;
    const grown = growth('agent', scrapes.slice(i, j + 1), selector);
    ratios.push(ratio(grown, from, to, watchedAs));
  }
  return ratios;
}

/** The agent read somewhere between our two readings: only what lies beyond them is an error. */
function ratio(grownSeconds: number, from: Scrape, to: Scrape, cgroup: string): number {
  const usec = (truth: Scrape['before']) => truth.usageUsec.get(cgroup) ?? 0;
  const least = (usec(to.before) - usec(from.after)) / 1_000_000;
  const most = (usec(to.after) - usec(from.before)) / 1_000_000;
  const truth = (least + most) / 2;
  const rounding = 2e-6;
  if (grownSeconds < least - rounding) return 1 - (least - grownSeconds) / truth;
  if (grownSeconds > most + rounding) return 1 + (grownSeconds - most) / truth;
  return 1;
}
