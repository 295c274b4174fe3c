import type { VectorSeries } from '../http-api/responses';
import { groupParts } from '../promql/queries/groups';
import { joinParts } from './join';

/** One process group of a unit. Values in cores; absent where there is no data for them. */
export interface GroupRow {
  /** Unique on the node and stable through refreshes. */
  readonly key: string;
  readonly groupname: string;
  readonly class: string;
  readonly unit: string;
  readonly now?: number;
  readonly average?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** All groups of a node, and what their shares are taken of. */
export interface GroupTableData {
  readonly rows: readonly GroupRow[];
  /** Busy cores of the node now. */
  readonly busy?: number;
}

const figures = ['now', 'average', 'minimum', 'maximum'] as const;

type Figures = Partial<Readonly<Record<(typeof figures)[number], number>>>;

/** Extremes are taken at every step, "now" at the end and over a shorter window: it counts, too. */
function withinExtremes({ now, ...others }: Figures): Figures {
  const { minimum, maximum } = others;
  if (now === undefined) return others;
  return {
    now,
    ...others,
    ...(minimum !== undefined && { minimum: Math.min(minimum, now) }),
    ...(maximum !== undefined && { maximum: Math.max(maximum, now) }),
  };
}

/** The rows of the groups question's answer, in no particular order. */
export function groupRowsOf(vector: readonly VectorSeries[]): GroupTableData {
  const joined = joinParts(vector);
  const rows = joined.flatMap(({ labels, values }): GroupRow[] => {
    const { groupname, class: cpuClass = '', unit = '' } = labels;
    if (groupname === undefined) return [];
    const row = {
      key: JSON.stringify([cpuClass, unit, groupname]),
      groupname,
      class: cpuClass,
      unit,
    };
    const known: readonly (readonly [string, number])[] = figures.flatMap((figure) => {
      const value = values[groupParts[figure]];
      return value === undefined ? [] : [[figure, value] as const];
    });
    return [{ ...row, ...withinExtremes(Object.fromEntries(known)) }];
  });
  const busy = joined.find(({ values }) => groupParts.busy in values)?.values[groupParts.busy];
  return { rows, ...(busy !== undefined && { busy }) };
}
