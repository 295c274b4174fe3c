import { useCallback } from 'react';
import type { AreaPoint } from '../../chart/stack';
import { useHighlighted, type Highlighted } from '../../hooks/highlight';
import type { ChartModel } from './chart-model';
import { layerPointedAt } from './layer-identity';
import { plotPadding } from './plot-area';
import { scaleOf, type Scale } from './time-scale';

function outline(points: readonly AreaPoint[], { xOf, yOf }: Scale): string {
  const upper = points.map(({ x, y }) => `${xOf(x)},${yOf(y)}`);
  const lower = points.map(({ x, y0 }) => `${xOf(x)},${yOf(y0)}`).reverse();
  return `M${[...upper, ...lower].join('L')}Z`;
}

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
  const path = layer.segments.map((points) => outline(points, scale)).join('');
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
