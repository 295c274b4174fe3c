import { useT } from '../../i18n/useT';
import { Swatch } from '../Swatch';
import type { ColouredLayer } from './chart-model';
import { layerName } from './layer-name';

interface ChartLegendProps {
  readonly layers: readonly ColouredLayer[];
  readonly hidden: readonly string[];
  readonly onHide: (hidden: readonly string[]) => void;
}

/** What the colours mean, in the order of the stack; each takes its layer away and brings it back. */
export function ChartLegend({ layers, hidden, onHide }: ChartLegendProps) {
  const { t } = useT();
  const toggle = (key: string) =>
    onHide(hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key]);
  return (
    <ul
      role="list"
      aria-label={t('Legend')}
      className="host-processes__legend"
      data-test="hp-chart-legend"
    >
      {layers.map((layer) => {
        const shown = !hidden.includes(layer.key);
        return (
          <li key={layer.key}>
            <button
              type="button"
              aria-pressed={shown}
              // The last one stays: an empty chart would say nothing.
              disabled={layers.length === 1}
              className="host-processes__legend-item"
              data-class={layer.class}
              data-layer={layer.key}
              onClick={() => toggle(layer.key)}
            >
              <Swatch of={shown ? layer : 'unused'} />
              <bdi>{layerName(t, layer)}</bdi>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
