import { useMemo } from 'react';
import { usePointing } from '../../hooks/highlight';
import { useT } from '../../i18n/useT';
import { Swatch } from '../Swatch';
import type { ColouredLayer } from './chart-model';
import { layerIdentity } from './layer-identity';
import { layerName } from './layer-name';

interface LegendItemProps {
  readonly layer: ColouredLayer;
  readonly shown: boolean;
  readonly isOnly: boolean;
  readonly onToggle: (key: string, only: boolean) => void;
}

/** One layer: a button that takes it away, and points at it while pointer or focus are on it. */
function LegendItem({ layer, shown, isOnly, onToggle }: LegendItemProps) {
  const { t } = useT();
  const pointing = usePointing(
    'legend',
    useMemo(() => layerIdentity(layer), [layer]),
  );
  return (
    <button
      type="button"
      aria-pressed={shown}
      // The last one stays: an empty chart would say nothing.
      disabled={isOnly}
      className="host-processes__legend-item"
      data-class={layer.class}
      data-layer={layer.key}
      onClick={({ altKey }) => onToggle(layer.key, altKey)}
      {...pointing}
    >
      <Swatch of={shown ? layer : 'unused'} />
      <bdi>{layerName(t, layer)}</bdi>
    </button>
  );
}

interface ChartLegendProps {
  readonly layers: readonly ColouredLayer[];
  readonly hidden: readonly string[];
  readonly onHide: (hidden: readonly string[]) => void;
}

/** What the colours mean, in the order of the stack; each takes its layer away and brings it back. */
export function ChartLegend({ layers, hidden, onHide }: ChartLegendProps) {
  const { t } = useT();
  const onToggle = (key: string, only: boolean) => {
    const others = layers.map((layer) => layer.key).filter((one) => one !== key);
    if (only) onHide(others);
    else onHide(hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key]);
  };
  return (
    <ul
      role="list"
      aria-label={t('Legend')}
      className="host-processes__legend"
      data-test="hp-chart-legend"
    >
      {layers.map((layer) => (
        <li key={layer.key}>
          <LegendItem
            layer={layer}
            shown={!hidden.includes(layer.key)}
            isOnly={layers.length === 1}
            onToggle={onToggle}
          />
        </li>
      ))}
    </ul>
  );
}
