import { className } from '../../i18n/class-texts';
import { useT } from '../../i18n/useT';
import { Swatch } from '../Swatch';

/** What the colours of the chart mean, in the order of the stack. */
export function ChartLegend({ keys }: { keys: readonly string[] }) {
  const { t } = useT();
  return (
    <ul
      role="list"
      aria-label={t('Legend')}
      className="host-processes__legend"
      data-test="hp-chart-legend"
    >
      {keys.map((key) => (
        <li key={key} className="host-processes__legend-item" data-class={key}>
          <Swatch of={{ class: key }} />
          {className(t, key)}
        </li>
      ))}
    </ul>
  );
}
