import type { SeriesSet } from '../questions/series-set';
import type { TimeGrid } from '../questions/time-grid';

/** What was measured of a node. */
export interface Measured {
  /** Part of each window, from 0 (nobody measured) to 1. */
  readonly parts: Float64Array;
  /** Time of the whole interval. */
  readonly ms: number;
}

/** From this part on, a window counts as measured in full, and its rates stay as they are. */
const negligible = 0.95;

function settled(part: number): number {
  if (!(part > 0)) return 0;
  return part >= negligible ? 1 : part;
}

/**
 * What the agents measured, by node: the CPU time of all modes runs like a clock, once for each CPU, and
 * stands still where no agent ran. Rates over less than the whole are too low by this part.
 */
export function measuredByAgents(modes: SeriesSet, cpus: SeriesSet): Map<string, Measured> {
  const { grid } = modes;
  const online = new Map([...cpus].map(({ labels, windows }) => [labels.instance ?? '', windows]));
  const clocks = new Map<string, { windows: Float64Array; coreMs: number }>();
  for (const { labels, windows, coreMs } of modes) {
    const node = labels.instance ?? '';
    const clock = clocks.get(node) ?? { windows: new Float64Array(windows.length), coreMs: 0 };
    clock.coreMs += coreMs;
    windows.forEach((cores, i) => (clock.windows[i] = (clock.windows[i] ?? 0) + (cores || 0)));
    clocks.set(node, clock);
  }
  return new Map(
    [...clocks].map(([node, clock]) => {
      const counts = online.get(node);
      const parts = clock.windows.map((cores, i) => settled(cores / (counts?.[i] ?? NaN)));
      const most = Math.max(0, ...(counts ?? []).filter((count) => count > 0));
      return [node, { parts, ms: spanOf(clock.coreMs / most, grid) }];
    }),
  );
}

/** What kubelet measured, by node: a moment at which it told of some pod. */
export function measuredByKubelet(pods: SeriesSet): Map<string, Measured> {
  const { grid } = pods;
  const nodes = new Map<string, Float64Array>();
  for (const { labels, windows } of pods) {
    const node = labels.node ?? '';
    const parts = nodes.get(node) ?? new Float64Array(windows.length);
    windows.forEach((cores, i) => Number.isNaN(cores) || (parts[i] = 1));
    nodes.set(node, parts);
  }
  return new Map(
    [...nodes].map(([node, parts]) => {
      const share = parts.reduce((sum, part) => sum + part, 0) / parts.length;
      return [node, { parts, ms: spanOf(share * (grid.endMs - grid.startMs), grid) }];
    }),
  );
}

function spanOf(ms: number, { startMs, endMs }: TimeGrid): number {
  const all = endMs - startMs;
  return settled(ms / all) === 1 ? all : ms || 0;
}
