import type { Growth } from '../rows/growth';
import type { Owner, Row } from '../rows/row';
import type { Verdict } from '../rows/verdict';

/** A value of a line: null is written as nothing. */
export type Cell = string | number | null;

/** One column: what it is called, with its unit, and where its values come from. */
export interface Column<Line> {
  readonly name: string;
  readonly of: (line: Line) => Cell;
}

/** Micro-cores: finer than anything that is measured, and short enough to read. */
function rounded(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(6)) : null;
}

const ownerColumns: readonly Column<Owner>[] = [
  { name: 'node', of: ({ node }) => node },
  { name: 'class', of: (owner) => owner.class },
  { name: 'kind', of: ({ kind }) => kind },
  { name: 'unit', of: ({ unit }) => unit },
  { name: 'namespace', of: ({ namespace }) => namespace },
  { name: 'name', of: ({ name }) => name },
  { name: 'thread', of: ({ thread }) => thread },
];

/** Columns of an export. They are a contract: a new one goes to the end. */
export const rowColumns: readonly Column<Row>[] = [
  ...ownerColumns,
  { name: 'avg_cores', of: ({ average }) => rounded(average) },
  { name: 'min_cores', of: ({ minimum }) => rounded(minimum) },
  { name: 'max_cores', of: ({ maximum }) => rounded(maximum) },
  { name: 'p95_cores', of: ({ p95 }) => rounded(p95) },
];

/** Columns of a verdict. */
export const verdictColumns: readonly Column<Verdict>[] = [
  { name: 'node', of: ({ node }) => node },
  { name: 'verdict', of: ({ verdict }) => verdict },
  { name: 'judged', of: ({ judged }) => judged },
  { name: 'reserved_cpus', of: ({ reserved }) => rounded(reserved) },
  { name: 'reserved_source', of: ({ source }) => source },
  { name: 'avg_cores', of: ({ average }) => rounded(average) },
  { name: 'p95_cores', of: ({ p95 }) => rounded(p95) },
  { name: 'max_cores', of: ({ maximum }) => rounded(maximum) },
  { name: 'headroom_cores', of: ({ headroom }) => rounded(headroom) },
  { name: 'above_seconds', of: ({ aboveSeconds }) => aboveSeconds },
  { name: 'needed_cpus', of: ({ neededCpus }) => rounded(neededCpus) },
];

/** Columns of a comparison with a baseline. */
export const growthColumns: readonly Column<Growth>[] = [
  ...ownerColumns,
  { name: 'baseline_avg_cores', of: ({ before }) => rounded(before) },
  { name: 'avg_cores', of: ({ now }) => rounded(now) },
  { name: 'change_cores', of: ({ change }) => rounded(change) },
  { name: 'change_percent', of: ({ changePercent }) => rounded(changePercent) },
];
