import { sum } from '../report/statistics';
import type { Held } from './soaked-agent';

/** What the agent held after so many scrapes. */
export interface SoakPoint extends Held {
  readonly scrapes: number;
}

export interface Verdict {
  /** From the first third after the warm-up to the last third. */
  readonly heldGrowthBytes: number;
  readonly descriptorGrowth: number;
  readonly passed: boolean;
}

/** Noise of a heap that does not grow; a leak of 210 bytes a scrape is more. */
export const heldBoundBytes = 1024 * 1024;
/** Descriptors follow the processes that move, up and down. */
export const descriptorBound = 64;

/**
 * Whether memory grew: the average of the last third of the points against that of the first.
 * @param points after the warm-up: at least three
 */
export function judgeSoak(points: readonly SoakPoint[]): Verdict {
  const third = Math.floor(points.length / 3);
  if (third === 0) throw new Error(`Expected at least three points, found ${points.length}.`);
  const growth = (of: (point: SoakPoint) => number) =>
    (sum(points.slice(-third).map(of)) - sum(points.slice(0, third).map(of))) / third;
  const heldGrowthBytes = growth(({ heldBytes }) => heldBytes);
  const descriptorGrowth = growth(({ descriptors }) => descriptors);
  const passed = heldGrowthBytes <= heldBoundBytes && descriptorGrowth <= descriptorBound;
  return { heldGrowthBytes, descriptorGrowth, passed };
}
