import { formatCpus } from '../../format/cores';
import { formatUsage, type Measure } from '../../format/usage';
import { useMeasure } from '../../hooks/measure';
import { useT, type Translate } from '../../i18n/useT';
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

function capacityText(t: Translate, cpus: number, measure: Measure, language: string): string {
  return measure.unit === 'percent'
    ? t('Capacity: {{percent}}', { percent: formatUsage(cpus, measure, language) })
    : t('Capacity: {{cpus}} cores', { count: cpus, cpus: formatCpus(cpus, language) });
}

function reservedText(t: Translate, cpus: number, measure: Measure, language: string): string {
  const reserved = formatUsage(cpus, measure, language);
  return measure.unit === 'percent'
    ? t('Reserved: {{percent}} of the node', { percent: reserved })
    : t('Reserved: {{cpus}} cores', { count: cpus, cpus: reserved });
}

/** Names the lines of capacity and reservation. */
export function LineLabels({ model, height }: { model: ChartModel; height: number }) {
  const { t, language } = useT();
  const measure = useMeasure();
  const { capacityLine, reservedLine, axis } = model;
  const place = { axisMax: axis.max, height };
  return (
    <>
      {capacityLine !== undefined && (
        <LineLabel
          {...place}
          cores={capacityLine}
          text={capacityText(t, capacityLine, measure, language)}
        />
      )}
      {reservedLine !== undefined && (
        <LineLabel
          {...place}
          cores={reservedLine}
          text={reservedText(t, reservedLine, measure, language)}
        />
      )}
    </>
  );
}
