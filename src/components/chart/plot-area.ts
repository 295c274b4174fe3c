/** Room around the plot for labels, in pixels. Less on the right cuts the last time label. */
export const plotPadding = { top: 12, right: 30, bottom: 30, left: 48 } as const;

/** A time label and the space to its neighbour, in pixels. */
const labelWidth = 95;

/** Below this width of the tab, in pixels, the chart is lower and has at most four time labels. */
const narrow = 600;

export const chartHeights = { normal: 300, narrow: 240 } as const;

/** Size of the chart in pixels and the time labels that fit. */
export function plotSize(width: number): { height: number; mostTimeLabels: number } {
  const plotWidth = width - plotPadding.left - plotPadding.right;
  const fitting = Math.max(2, Math.floor(plotWidth / labelWidth));
  return width < narrow
    ? { height: chartHeights.narrow, mostTimeLabels: Math.min(4, fitting) }
    : { height: chartHeights.normal, mostTimeLabels: Math.min(12, fitting) };
}
