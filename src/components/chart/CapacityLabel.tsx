import { formatCpus } from '../../format/cores';
import { useT } from '../../i18n/useT';
import type { ChartModel } from './chart-model';
import { plotPadding } from './plot-area';

/** Names the dotted line, at the right edge above it. */
export function CapacityLabel({ model, height }: { model: ChartModel; height: number }) {
  const { t, language } = useT();
  const { capacityLine, axis } = model;
  if (capacityLine === undefined) return null;
  const plotHeight = height - plotPadding.top - plotPadding.bottom;
  const bottom = plotPadding.bottom + (capacityLine / axis.max) * plotHeight;
  return (
    <span
      className="host-processes__line-label"
      style={{ insetBlockEnd: bottom, insetInlineEnd: plotPadding.right }}
    >
      {t('Capacity: {{cpus}} cores', {
        count: capacityLine,
        cpus: formatCpus(capacityLine, language),
      })}
    </span>
  );
}
