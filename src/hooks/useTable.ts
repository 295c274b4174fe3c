import { useMemo } from 'react';
import type { VectorSeries } from '../../prometheus/http-api/responses';
import { who } from '../../prometheus/promql/queries/who';
import { groupRowsOf } from '../../prometheus/series/group-rows';
import { podRowsOf } from '../../prometheus/series/pod-rows';
import { tableRowsOf, type TableRow } from '../../prometheus/series/table-rows';
import { instantInquiry, type Asked } from './inquiries';
import { mapReady, panelState, type PanelState } from './panel-state';
import { useAnswer } from './useAnswer';
import { withPods } from './with-pods';

/** Everybody who uses the CPU, and what their shares are taken of. */
export interface TableData {
  readonly rows: readonly TableRow[];
  /** Busy cores of the node now. */
  readonly busy?: number;
}

/** The rows of an answer; undefined when it has no group of ours. */
function tableOf(vector: readonly VectorSeries[]): TableData | undefined {
  const { rows, busy } = groupRowsOf(vector);
  if (rows.length === 0) return undefined;
  const podRows = podRowsOf(vector);
  return {
    rows: tableRowsOf(rows, podRows.length > 0 ? podRows : undefined),
    ...(busy !== undefined && { busy }),
  };
}

/** The table's rows: the host's groups, and the pods as far as they are told apart. */
export function useTable(asked: Asked | undefined): PanelState<TableData> {
  const inquiry = useMemo(
    () => asked && withPods(asked, (pods) => instantInquiry(who(pods), asked, tableOf)),
    [asked],
  );
  const answered = useAnswer(inquiry);
  return useMemo(
    () => mapReady(panelState(answered), ({ found }) => found, { because: 'starting' }),
    [answered],
  );
}
