import type { VectorSeries } from '../http-api/responses';
import { groupParts } from '../promql/queries/groups';
import { figuresOf, type Figures } from './figures';
import { joinParts } from './join';

/** One process group of a unit. Values in cores; absent where there is no data for them. */
export interface GroupRow extends Figures {
  /** Unique on the node and stable through refreshes. */
  readonly key: string;
  readonly groupname: string;
  readonly class: string;
  readonly unit: string;
}

/** All groups of a node, and what their shares are taken of. */
export interface GroupTableData {
  readonly rows: readonly GroupRow[];
  /** Busy cores of the node now. */
  readonly busy?: number;
}

/** The key of a group: its row, its trend and its place in the URL. */
export function groupKey(cpuClass: string, unit: string, groupname: string): string {
  return JSON.stringify([cpuClass, unit, groupname]);
}

/** The rows of the groups question's answer, in no particular order. */
export function groupRowsOf(vector: readonly VectorSeries[]): GroupTableData {
  const joined = joinParts(vector);
  const rows = joined.flatMap(({ labels, values }): GroupRow[] => {
    const { groupname, class: cpuClass = '', unit = '' } = labels;
    if (groupname === undefined) return [];
    const key = groupKey(cpuClass, unit, groupname);
    return [{ key, groupname, class: cpuClass, unit, ...figuresOf(values) }];
  });
  const busy = joined.find(({ values }) => groupParts.busy in values)?.values[groupParts.busy];
  return { rows, ...(busy !== undefined && { busy }) };
}
