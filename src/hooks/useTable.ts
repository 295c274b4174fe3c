import { useMemo } from 'react';
import { groups } from '../../prometheus/promql/queries/groups';
import { groupRowsOf, type GroupTableData } from '../../prometheus/series/group-rows';
import type { PodRow } from '../../prometheus/series/pod-rows';
import { tableRowsOf, type TableRow } from '../../prometheus/series/table-rows';
import { instantInquiry, type Asked } from './inquiries';
import { joined, mapReady, panelState, type EmptyReason, type PanelState } from './panel-state';
import { useAnswer } from './useAnswer';
import type { Pods } from './usePods';

/** Everybody who uses the CPU, and what their shares are taken of. */
export interface TableData {
  readonly rows: readonly TableRow[];
  /** Busy cores of the node now. */
  readonly busy?: number;
}

const starting: EmptyReason = { because: 'starting' };

/** The rows stay the same objects while their data does: the table draws only what changed. */
function useRows(
  ours: GroupTableData | undefined,
  podRows: readonly PodRow[] | undefined,
): TableData | undefined {
  return useMemo(() => {
    if (ours === undefined) return undefined;
    const { rows, busy } = ours;
    return { rows: tableRowsOf(rows, podRows), ...(busy !== undefined && { busy }) };
  }, [ours, podRows]);
}

/** The table's rows: the host's groups, and the pods as far as they are told apart. */
export function useTable(asked: Asked | undefined, pods: PanelState<Pods>): PanelState<TableData> {
  const answer = useAnswer(
    useMemo(() => asked && instantInquiry(groups, asked, groupRowsOf), [asked]),
  );
  const ours = mapReady(
    panelState(answer),
    (data) => (data.rows.length > 0 ? data : undefined),
    starting,
  );
  const podRows = pods.kind === 'ready' && pods.data.kind === 'split' ? pods.data.rows : undefined;
  const table = useRows(ours.kind === 'ready' ? ours.data : undefined, podRows);
  return joined(ours, pods, (data) => table ?? { rows: tableRowsOf(data.rows, undefined) });
}
