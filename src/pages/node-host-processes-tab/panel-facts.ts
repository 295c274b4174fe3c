import { accountLines } from '../../components/account/account-lines';
import { useMemo } from 'react';
import type { Layer } from '../../../prometheus/series/over-time';
import { drawnLayers, type ChartLimits } from '../../components/chart/chart-model';
import type { PanelState } from '../../hooks/panel-state';
import type { NodeCpu } from '../../hooks/useNodeCpu';

/** Shows old data while new is on its way. */
export function isRefreshing(panel: PanelState<unknown>): boolean {
  return panel.kind === 'ready' && panel.refreshing;
}

/** CPUs of the node, as the account has them; undefined while there is none. */
export function capacityOf({ account }: NodeCpu): number | undefined {
  return account.kind === 'ready' ? accountLines(account.data).capacity : undefined;
}

/** Layers of the chart as it is, the same as long as its data is; none while there is no chart. */
export function useLayers({ overTime }: NodeCpu): readonly Layer[] {
  const layers = overTime.kind === 'ready' ? overTime.data.layers : undefined;
  return useMemo(() => (layers ? drawnLayers(layers) : []), [layers]);
}

/** What the account and the reservation know that the chart draws lines for; the same while they do. */
export function useChartLimits({ account, reservation }: NodeCpu): ChartLimits {
  const capacity = account.kind === 'ready' ? account.data.cpus : undefined;
  const judgement = reservation.kind === 'ready' ? reservation.data : undefined;
  const reserved = judgement?.reservation?.cpus;
  const judged = judgement?.judged;
  return useMemo(
    () => ({
      ...(capacity !== undefined && { capacity }),
      ...(reserved !== undefined && { reserved }),
      // Without a promise to judge by, there is nothing for an edge to cross.
      ...(judged !== undefined && reserved !== undefined && { judged }),
    }),
    [capacity, reserved, judged],
  );
}
