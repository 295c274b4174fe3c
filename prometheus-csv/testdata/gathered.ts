import type { Gathered } from '../questions/gather';
import type { QuestionName } from '../questions/questions-of';
import { SeriesSet } from '../questions/series-set';
import { timeGrid } from '../questions/time-grid';
import type { Selection } from '../command-line/options';

// Support of specs: an interval of ten minutes, written as numbers.

export const grid = timeGrid(600_000, Date.UTC(2026, 0, 31, 12));

/** One series: labels, and cores in each of the 17 windows (one number: in all of them). */
export type Written = readonly [
  labels: Readonly<Record<string, string>>,
  cores: number | readonly (number | null)[],
];

/** What Prometheus would have answered; null is a moment without a value. */
export function gathered(written: Partial<Record<QuestionName, readonly Written[]>>): Gathered {
  const sets = Object.entries(written).map(([name, series]) => {
    const set = new SeriesSet(grid);
    for (const [metric, cores] of series) {
      const values = grid.moments.map((_, i) =>
        typeof cores === 'number' ? cores : (cores[i] ?? null),
      );
      set.addWindows([
        {
          metric,
          values: values.flatMap((value, i) =>
            value === null ? [] : [[(grid.moments[i] ?? 0) / 1000, String(value)] as const],
          ),
        },
      ]);
      const known = values.filter((value) => value !== null);
      const mean = known.reduce((sum, value) => sum + value, 0) / values.length;
      set.addAverages([{ metric, value: [0, String(mean)] }], grid.endMs - grid.startMs);
    }
    return [name, set];
  });
  return { grid, sets: Object.fromEntries(sets) as Gathered['sets'] };
}

/** The clock of a node of four CPUs, of which so many are busy. */
export function clock(node: string, busy: number): Record<'modes' | 'cpus', Written[]> {
  return {
    modes: [
      [{ instance: node, mode: 'busy' }, busy],
      [{ instance: node, mode: 'idle' }, 4 - busy],
    ],
    cpus: [[{ instance: node }, 4]],
  };
}

export const everything: Selection = {
  intervalMs: 600_000,
  interval: '10m',
  endMs: grid.endMs,
  nodes: [],
  skippedNamespaces: [],
  infraNamespaces: [],
  withAgent: false,
};
