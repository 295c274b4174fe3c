import { useMemo } from 'react';
import type { ChangePage } from '../../hooks/usePageState';
import type { PageState } from '../../url-state/page-state';
import { resetZoom, zoomedAbout, zoomedTo } from '../../url-state/zoom';

/** What can be done in the chart, which the URL then holds, so that Back undoes it. */
export interface ChartMoves {
  readonly pin: (ms: number) => void;
  readonly unpin: () => void;
  readonly zoom: (oneMs: number, otherMs: number) => void;
  readonly zoomAbout: (ms: number, direction: 'in' | 'out') => void;
  readonly resetZoom: () => void;
}

/** The moves of a page. */
export function useChartMoves(page: PageState, change: ChangePage): ChartMoves {
  return useMemo(
    () => ({
      pin: (pinMs) => change({ pinMs }),
      unpin: () => {
        if (page.pinMs !== null) change({ pinMs: null });
      },
      zoom: (oneMs, otherMs) => change(zoomedTo(page, oneMs, otherMs)),
      zoomAbout: (ms, direction) => {
        const next = zoomedAbout(page, ms, direction);
        if (Object.keys(next).length > 0) change(next);
      },
      resetZoom: () => change(resetZoom(page)),
    }),
    [page, change],
  );
}
