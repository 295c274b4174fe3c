import { memo } from 'react';
import { areaPath, linePath } from '../../chart/paths';
import { lineSegments } from '../../chart/stack';
import { Axes } from './Axes';
import type { ChartModel, ColouredLayer } from './chart-model';
import { Hatching, hatchingFill } from './Hatching';
import { plotPadding } from './plot-area';
import { scaleOf } from './time-scale';

interface AreasProps {
  readonly model: ChartModel;
  readonly width: number;
  readonly height: number;
  readonly mostTimeLabels: number;
}

const hatched = 'unattributed';
const background = 'var(--host-processes--ground)';

// A line in the background's colour keeps neighbours apart for everybody's eyes.
// Any wider, it would hide thin layers.
function areaStyle({ class: name, colour }: ColouredLayer) {
  const fill = name === hatched ? hatchingFill : colour;
  return { fill, stroke: background, strokeWidth: 0.5 };
}

const edgeStyle = { stroke: 'var(--pf-t--global--text--color--regular)', strokeWidth: 2 };
const capacityStyle = {
  stroke: 'var(--pf-t--global--text--color--subtle)',
  strokeDasharray: '1,4',
  strokeWidth: 2,
};
// A dashed line needs a halo, or it drowns in the areas below it.
const reservedStyles = [
  { stroke: background, strokeWidth: 4 },
  {
    stroke: 'var(--pf-t--global--color--status--danger--default)',
    strokeDasharray: '6,4',
    strokeWidth: 2,
  },
];

/** Axes, areas and lines as one picture. Rendered only for new data, another size or unit. */
export const Areas = memo(function Areas({ model, width, height, mostTimeLabels }: AreasProps) {
  const { layers, stack, edge, reservedLine, capacityLine } = model;
  const scale = scaleOf(model, width, height);
  const byKey = new Map(layers.map((layer) => [layer.key, layer]));
  const level = (cores: number) => `M0 ${scale.yOf(cores)}H${scale.width}`;
  return (
    <svg width={width} height={height} className="host-processes__plot">
      <Hatching name={hatched} />
      <g transform={`translate(${plotPadding.left} ${plotPadding.top})`}>
        <Axes model={model} scale={scale} mostTimeLabels={mostTimeLabels} />
        <g data-test="hp-chart-areas">
          {stack.layers.flatMap(({ key, segments }) => {
            const layer = byKey.get(key);
            if (layer === undefined) return [];
            return segments.map((points) => (
              <path
                key={`${key} ${points[0]?.x ?? ''}`}
                d={areaPath(points, scale)}
                style={areaStyle(layer)}
              />
            ));
          })}
        </g>
        <g fill="none">
          {edge &&
            lineSegments(stack.times, edge).map((points) => (
              <path key={points[0]?.x} d={linePath(points, scale)} style={edgeStyle} />
            ))}
          {capacityLine !== undefined && <path d={level(capacityLine)} style={capacityStyle} />}
          {reservedLine !== undefined &&
            reservedStyles.map((style) => (
              <path key={style.strokeWidth} d={level(reservedLine)} style={style} />
            ))}
        </g>
      </g>
    </svg>
  );
});
