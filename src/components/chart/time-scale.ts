import type { Projection } from '../../chart/paths';
import type { ChartModel } from './chart-model';
import { plotPadding } from './plot-area';

/** Between moments and pixels of the plot, from its left and upper edges. */
export interface Scale extends Projection {
  readonly width: number;
  readonly height: number;
  readonly msAt: (x: number) => number;
  readonly coresAt: (y: number) => number;
}

/** The scale of a chart of this size, in pixels. */
export function scaleOf(
  { startMs, endMs, axis }: Pick<ChartModel, 'startMs' | 'endMs' | 'axis'>,
  width: number,
  height: number,
): Scale {
  const plotWidth = width - plotPadding.left - plotPadding.right;
  const plotHeight = height - plotPadding.top - plotPadding.bottom;
  const spanMs = Math.max(1, endMs - startMs);
  return {
    width: plotWidth,
    height: plotHeight,
    xOf: (ms) => ((ms - startMs) / spanMs) * plotWidth,
    msAt: (x) => startMs + (Math.min(plotWidth, Math.max(0, x)) / plotWidth) * spanMs,
    yOf: (cores) => plotHeight * (1 - cores / axis.max),
    coresAt: (y) => axis.max * (1 - y / plotHeight),
  };
}
