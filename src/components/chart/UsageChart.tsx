import { useElementWidth } from '../../hooks/useElementWidth';
import { formatDuration } from '../../format/duration';
import { formatMoment, formatSpan } from '../../format/time';
import { formatUsage } from '../../format/usage';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import { Areas } from './Areas';
import { LineLabels } from './LineLabels';
import type { ChartModel } from './chart-model';
import type { ChartMoves } from './chart-moves';
import { Cursor } from './Cursor';
import { LitLayer } from './LitLayer';
import { plotSize } from './plot-area';

/** How long what is judged was above the reservation, in milliseconds. */
function aboveMs({ stack, edge, reservedLine, reservedAbove }: ChartModel): number {
  const reserved = reservedLine ?? reservedAbove;
  if (edge === undefined || reserved === undefined) return 0;
  return edge.filter((cores) => cores !== null && cores > reserved).length * stack.stepMs;
}

/**
 * In words what the picture shows, for those who do not see it: range, highest total and when, and how
 * long the reservation was exceeded.
 */
function useDescription(model: ChartModel): string {
  const { stack, startMs, endMs } = model;
  const { t, language } = useT();
  const measure = useMeasure();
  const peak = stack.totals.reduce<number>((highest, total) => Math.max(highest, total ?? 0), 0);
  const peakMs = stack.times[stack.totals.indexOf(peak)] ?? endMs;
  const above = aboveMs(model);
  const span = formatSpan(startMs, endMs, language);
  const time = formatMoment(peakMs, { spanMs: endMs - startMs }, language);
  const highest = formatUsage(peak, measure, language);
  const picture =
    measure.unit === 'percent'
      ? t('CPU over time, {{span}}. Highest: {{percent}} of the node at {{time}}.', {
          span,
          percent: highest,
          time,
        })
      : t('CPU over time, {{span}}. Highest: {{cores}} cores at {{time}}.', {
          span,
          cores: highest,
          time,
        });
  if (above === 0) return picture;
  const duration = formatDuration(above, language);
  return `${picture} ${t('Above the reservation for {{duration}}.', { duration })}`;
}

interface UsageChartProps {
  readonly model: ChartModel;
  /** The pinned moment; null for none. */
  readonly pinMs: number | null;
  readonly moves: ChartMoves;
}

/** The chart with its cursor. Only the cursor renders when the pointer moves. */
export function UsageChart({ model, pinMs, moves }: UsageChartProps) {
  const [box, width] = useElementWidth();
  const description = useDescription(model);
  const { height, mostTimeLabels } = plotSize(width);
  return (
    // Time runs left to right in every language.
    <div ref={box} dir="ltr" className="host-processes__chart" style={{ blockSize: height }}>
      <p className="host-processes__unseen">{description}</p>
      {width > 0 && (
        <>
          <div aria-hidden>
            <Areas model={model} width={width} height={height} mostTimeLabels={mostTimeLabels} />
          </div>
          <LitLayer model={model} width={width} height={height} />
          <LineLabels model={model} height={height} />
          <Cursor model={model} width={width} height={height} pinMs={pinMs} moves={moves} />
        </>
      )}
    </div>
  );
}
