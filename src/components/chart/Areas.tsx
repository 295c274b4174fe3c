import { Chart, ChartArea, ChartAxis, ChartLine } from '@patternfly/react-charts/victory';
import { memo } from 'react';
import { lineSegments } from '../../chart/stack';
import { timeTicks } from '../../chart/time-ticks';
import { formatTick } from '../../format/time';
import { formatAxisUsage } from '../../format/usage';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import type { ChartModel, ColouredLayer } from './chart-model';
import { Hatching, hatchingFill } from './Hatching';
import { plotPadding } from './plot-area';

interface AreasProps {
  readonly model: ChartModel;
  readonly width: number;
  readonly height: number;
  readonly mostTimeLabels: number;
}

const hatched = 'unattributed';
const background = 'var(--host-processes--ground)';
const gridLine = {
  stroke: 'var(--pf-t--global--border--color--default)',
  strokeOpacity: 0.4,
  pointerEvents: 'none',
} as const;
const capacityStyle = {
  data: {
    stroke: 'var(--pf-t--global--text--color--subtle)',
    strokeDasharray: '1,4',
    strokeWidth: 2,
  },
};

// A line in the background's colour keeps neighbours apart for everybody's eyes.
// Any wider, it would hide thin layers.
function areaStyle({ class: name, colour }: ColouredLayer) {
  const fill = name === hatched ? hatchingFill : colour;
  return { data: { fill, fillOpacity: 1, stroke: background, strokeWidth: 0.5 } };
}

const edgeStyle = {
  data: { stroke: 'var(--pf-t--global--text--color--regular)', strokeWidth: 2 },
};
// A dashed line needs a halo, or it drowns in the areas below it.
const reservedStyles = [
  { data: { stroke: background, strokeWidth: 4 } },
  {
    data: {
      stroke: 'var(--pf-t--global--color--status--danger--default)',
      strokeDasharray: '6,4',
      strokeWidth: 2,
    },
  },
];

/** Axes and areas: all that the chart library draws. Rendered only for new data, another size or unit. */
export const Areas = memo(function Areas({ model, width, height, mostTimeLabels }: AreasProps) {
  const { language } = useT();
  const measure = useMeasure();
  const { layers, stack, axis, startMs, endMs, edge, reservedLine, capacityLine } = model;
  const byKey = new Map(layers.map((layer) => [layer.key, layer]));
  const level = (cores: number) => [
    { x: startMs, y: cores },
    { x: endMs, y: cores },
  ];
  const spanMs = endMs - startMs;
  return (
    <>
      <Hatching name={hatched} />
      <Chart
        width={width}
        height={height}
        padding={plotPadding}
        scale={{ x: 'time', y: 'linear' }}
        domain={{ x: [startMs, Math.max(endMs, startMs + 1)], y: [0, axis.max] }}
      >
        <ChartAxis
          tickValues={timeTicks(startMs, endMs, mostTimeLabels)}
          tickFormat={(ms: number) => formatTick(ms, spanMs, language)}
          fixLabelOverlap
        />
        <ChartAxis
          dependentAxis
          showGrid
          style={{ grid: gridLine }}
          tickValues={[...axis.ticks]}
          tickFormat={(cores: number) => formatAxisUsage(cores, axis.step, measure, language)}
        />
        {stack.layers.flatMap(({ key, segments }) => {
          const layer = byKey.get(key);
          if (layer === undefined) return [];
          return segments.map((points) => (
            <ChartArea
              key={`${key} ${points[0]?.x ?? ''}`}
              data={[...points]}
              interpolation="linear"
              style={areaStyle(layer)}
            />
          ));
        })}
        {edge &&
          lineSegments(stack.times, edge).map((points) => (
            <ChartLine key={`edge ${points[0]?.x ?? ''}`} data={points} style={edgeStyle} />
          ))}
        {capacityLine !== undefined && (
          <ChartLine data={level(capacityLine)} style={capacityStyle} />
        )}
        {reservedLine !== undefined &&
          reservedStyles.map((style, i) => (
            <ChartLine key={`reserved ${i}`} data={level(reservedLine)} style={style} />
          ))}
      </Chart>
    </>
  );
});
