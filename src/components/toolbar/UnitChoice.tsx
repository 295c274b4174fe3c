import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useT, type Translate } from '../../i18n/useT';
import { units, type Unit } from '../../url-state/page-state';

interface UnitChoiceProps {
  readonly unit: Unit;
  readonly onChoose: (unit: Unit) => void;
}

function unitText(t: Translate, unit: Unit): string {
  switch (unit) {
    case 'cores':
      return t('Cores');
    case 'percent':
      return t('% of node');
  }
}

/** In what the page writes CPU use. */
export function UnitChoice({ unit, onChoose }: UnitChoiceProps) {
  const { t } = useT();
  return (
    <ToggleGroup aria-label={t('Unit of CPU use')}>
      {units.map((one) => (
        <ToggleGroupItem
          key={one}
          text={unitText(t, one)}
          isSelected={one === unit}
          onChange={() => {
            if (one !== unit) onChoose(one);
          }}
          data-test={`hp-unit-${one}`}
        />
      ))}
    </ToggleGroup>
  );
}
