import { writtenEvery } from '../../chart/label-room';
import { timeTicks } from '../../chart/time-ticks';
import { formatTick } from '../../format/time';
import { formatAxisUsage } from '../../format/usage';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import type { ChartModel } from './chart-model';
import type { Scale } from './time-scale';

/** Length of a tick, and from the axis to the baseline or the end of a label; in pixels. */
const tickLength = 5;
const timeLabelDrop = 25;
const valueLabelGap = 15;

interface AxesProps {
  readonly model: ChartModel;
  readonly scale: Scale;
  readonly mostTimeLabels: number;
}

/** Both axes with their labels, and the grid of the values. */
export function Axes({ model, scale, mostTimeLabels }: AxesProps) {
  const { language } = useT();
  const measure = useMeasure();
  const { axis, startMs, endMs } = model;
  const { width, height, xOf, yOf } = scale;
  const times = timeTicks(startMs, endMs, mostTimeLabels).map((ms) => ({
    x: xOf(ms),
    text: formatTick(ms, endMs - startMs, language),
  }));
  const distance = (times[1]?.x ?? 0) - (times[0]?.x ?? 0);
  const every = writtenEvery(
    times.map(({ text }) => text),
    distance,
  );
  const grid = axis.ticks.map((cores) => `M0 ${yOf(cores)}H${width}`).join('');
  const timeMarks = times.map(({ x }) => `M${x} ${height}v${tickLength}`).join('');
  const valueMarks = axis.ticks.map((cores) => `M${-tickLength} ${yOf(cores)}H0`).join('');
  return (
    <>
      <path className="host-processes__grid" d={grid} />
      <path
        className="host-processes__axis"
        d={`M0 0V${height}H${width}${timeMarks}${valueMarks}`}
      />
      {times
        .filter((_, i) => i % every === 0)
        .map(({ x, text }) => (
          <text key={x} x={x} y={height + timeLabelDrop} textAnchor="middle">
            {text}
          </text>
        ))}
      {axis.ticks.map((cores) => (
        <text key={cores} x={-valueLabelGap} y={yOf(cores)} dy="0.36em" textAnchor="end">
          {formatAxisUsage(cores, axis.step, measure, language)}
        </text>
      ))}
    </>
  );
}
