import { maxUnits, unitsPerGroup } from '../../agent/accounting/ledger';
import { kernelFileKinds } from '../../agent/kernel-files/kernel-files';
import type { Family } from '../../metrics/family';
import { cpuClasses } from '../../metrics/hostproc';

/** Most series of one agent: `perGroup` × groups + `perThread` × threads + `fixed`. */
export interface SeriesFactors {
  /** For each name of `agent.names.maxGroups`. */
  readonly perGroup: number;
  /** For each name of `agent.names.maxThreads`. */
  readonly perThread: number;
  readonly fixed: number;
}

/** Each class may have (other) beside its units. */
const units = maxUnits + cpuClasses.length;
/** `process_*` and `nodejs_*` of prom-client. */
const ownProcess = 150;

/** How many values a label has, or may be expected to have. `mode` of the node's time has four, that of a group two. */
const valuesOf: Readonly<Record<string, number>> = {
  mode: 4,
  source: 3,
  file: kernelFileKinds.length,
  result: 4,
  kind: 4,
  collector: 20,
  version: 1,
  nodejs: 1,
};

/** The same for families by group: process-exporter's labels, as its README lists them. */
const valuesInGroup: Readonly<Record<string, number>> = {
  mode: 2,
  memtype: 5,
  ctxswitchtype: 2,
  iomode: 2,
  state: 5,
  wchan: 8,
};

/**
 * What the chart computes `sampleLimit` from: the label structure of every family.
 * @throws Error for a label of which nobody has said how many values it has
 */
export function seriesFactors(families: readonly Family[]): SeriesFactors {
  const parts = families.map(factorsOf);
  const sum = (key: keyof SeriesFactors) => parts.reduce((total, part) => total + part[key], 0);
  return {
    perGroup: sum('perGroup'),
    perThread: sum('perThread'),
    fixed: sum('fixed') + ownProcess,
  };
}

function factorsOf({ name, labels }: Family): SeriesFactors {
  const is = (...wanted: string[]) => wanted.every((label) => labels.includes(label));
  if (is('class', 'unit', 'groupname')) {
    // Beside its groups every unit has (exited) and (other), and there is room for one group more.
    return { perGroup: unitsPerGroup, perThread: 0, fixed: 3 * units };
  }
  if (is('class', 'unit')) return { perGroup: 0, perThread: 0, fixed: units };
  const names = ['groupname', 'threadname'];
  const table = is('groupname') ? valuesInGroup : valuesOf;
  const others = labels.filter((label) => !names.includes(label));
  const each = others.reduce((product, label) => product * countOf(table, label, name), 1);
  // Every group, (other) among them, has the threads (exited) and (other), and one has our own.
  if (is(...names)) return { perGroup: 2 * each, perThread: each, fixed: 3 * each };
  if (is('groupname')) return { perGroup: each, perThread: 0, fixed: each };
  return { perGroup: 0, perThread: 0, fixed: each };
}

function countOf(table: Readonly<Record<string, number>>, label: string, family: string): number {
  const count = table[label];
  if (count === undefined) {
    throw new Error(
      `${family} has the label ${label}: say in scripts/chart/series-factors.ts how many values it has.`,
    );
  }
  return count;
}

/** The text of charts/host-processes/files/series.yaml. */
export function seriesYaml(factors: SeriesFactors): string {
  return `# Written by \`npm run docs\` from metrics/catalog.ts (scripts/chart/series-factors.ts says how); a test compares.
# Most series of one agent: perGroup × agent.names.maxGroups + perThread × agent.names.maxThreads + fixed.
perGroup: ${factors.perGroup}
perThread: ${factors.perThread}
fixed: ${factors.fixed}
`;
}
