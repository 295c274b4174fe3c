import { useElementWidth } from '../../hooks/useElementWidth';
import { formatCores } from '../../format/cores';
import { formatMoment, formatSpan } from '../../format/time';
import { useT } from '../../i18n/useT';
import { Areas } from './Areas';
import { LineLabels } from './LineLabels';
import type { ChartModel } from './chart-model';
import { Cursor } from './Cursor';
import { plotSize } from './plot-area';

/** In words what the picture shows, for those who do not see it: range, highest total and when. */
function useDescription({ stack, startMs, endMs }: ChartModel): string {
  const { t, language } = useT();
  const peak = stack.totals.reduce<number>((highest, total) => Math.max(highest, total ?? 0), 0);
  const peakMs = stack.times[stack.totals.indexOf(peak)] ?? endMs;
  return t('CPU use by class, {{span}}. Highest: {{cores}} cores at {{time}}.', {
    span: formatSpan(startMs, endMs, language),
    cores: formatCores(peak, language),
    time: formatMoment(peakMs, { spanMs: endMs - startMs }, language),
  });
}

/** The chart with its cursor. Only the cursor renders when the pointer moves. */
export function UsageChart({ model }: { model: ChartModel }) {
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
          <LineLabels model={model} height={height} />
          <Cursor model={model} width={width} height={height} />
        </>
      )}
    </div>
  );
}
