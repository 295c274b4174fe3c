import { useCallback } from 'react';
import { areaPath } from '../../chart/paths';
import { useHighlighted, type Highlighted } from '../../hooks/highlight';
import type { ChartModel } from './chart-model';
import { layerPointedAt } from './layer-identity';
import { plotPadding } from './plot-area';
import { scaleOf } from './time-scale';

interface LitLayerProps {
  readonly model: ChartModel;
  readonly width: number;
  readonly height: number;
}

/** Dims all of the chart but the layer that a row or the legend points at, without rendering the chart. */
export function LitLayer({ model, width, height }: LitLayerProps) {
  const { layers, stack } = model;
  const select = useCallback(
    (highlighted: Highlighted | null) => layerPointedAt(layers, highlighted),
    [layers],
  );
  const key = useHighlighted(select);
  const layer = stack.layers.find((one) => one.key === key);
  if (layer === undefined) return null;
  const scale = scaleOf(model, width, height);
  const path = layer.segments.map((points) => areaPath(points, scale)).join('');
  return (
    <svg
      aria-hidden
      width={scale.width}
      height={scale.height}
      className="host-processes__lit-layer"
      data-test="hp-chart-lit"
      data-layer={layer.key}
      style={{ insetInlineStart: plotPadding.left, insetBlockStart: plotPadding.top }}
    >
      <path
        className="host-processes__dimmed"
        fillRule="evenodd"
        d={`M0,0H${scale.width}V${scale.height}H0Z${path}`}
      />
      <path className="host-processes__lit-edge" d={path} />
    </svg>
  );
}
