import { formatCores, formatCpus } from '../../format/cores';
import { useT } from '../../i18n/useT';
import type { ChartModel } from './chart-model';
import { plotPadding } from './plot-area';

interface LineLabelProps {
  readonly cores: number;
  readonly axisMax: number;
  readonly height: number;
  readonly text: string;
}

/** Names a level line, at the right edge above it. */
function LineLabel({ cores, axisMax, height, text }: LineLabelProps) {
  const plotHeight = height - plotPadding.top - plotPadding.bottom;
  const bottom = plotPadding.bottom + (cores / axisMax) * plotHeight;
  return (
    <span
      className="host-processes__line-label"
      style={{ insetBlockEnd: bottom, insetInlineEnd: plotPadding.right }}
    >
      {text}
    </span>
  );
}

/** Names the lines of capacity and reservation. */
export function LineLabels({ model, height }: { model: ChartModel; height: number }) {
  const { t, language } = useT();
  const { capacityLine, reservedLine, axis } = model;
  const place = { axisMax: axis.max, height };
  return (
    <>
      {capacityLine !== undefined && (
        <LineLabel
          {...place}
          cores={capacityLine}
          text={t('Capacity: {{cpus}} cores', {
            count: capacityLine,
            cpus: formatCpus(capacityLine, language),
          })}
        />
      )}
      {reservedLine !== undefined && (
        <LineLabel
          {...place}
          cores={reservedLine}
          text={t('Reserved: {{cpus}} cores', {
            count: reservedLine,
            cpus: formatCores(reservedLine, language),
          })}
        />
      )}
    </>
  );
}
