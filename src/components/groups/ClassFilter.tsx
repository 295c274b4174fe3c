import { Badge, MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { useRef, useState } from 'react';
import { className } from '../../i18n/class-texts';
import { useT } from '../../i18n/useT';
import { Swatch } from '../Swatch';

interface ClassFilterProps {
  /** Classes that rows have, in the order of all stacks. */
  readonly classes: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (classes: readonly string[]) => void;
}

/** Narrows the table down to some classes; none chosen is all of them. */
export function ClassFilter({ classes, chosen, onChoose }: ClassFilterProps) {
  const { t } = useT();
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const toggled = (name: string) =>
    chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name];
  return (
    <>
      <MenuToggle
        ref={toggle}
        isExpanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        data-test="hp-class-filter"
        {...(chosen.length > 0 && { badge: <Badge isRead>{chosen.length}</Badge> })}
      >
        {t('Class')}
      </MenuToggle>
      {isOpen && (
        <Select
          role="menu"
          isOpen
          onOpenChange={setOpen}
          onSelect={(_, picked) => onChoose(toggled(String(picked)))}
          toggle={{ toggleNode: null, toggleRef: toggle }}
        >
          <SelectList aria-label={t('Class')}>
            {classes.map((name) => (
              <SelectOption
                key={name}
                value={name}
                hasCheckbox
                isSelected={chosen.includes(name)}
                data-test={`hp-class-filter-${name}`}
              >
                <span className="host-processes__class">
                  <Swatch of={{ class: name }} />
                  {className(t, name)}
                </span>
              </SelectOption>
            ))}
          </SelectList>
        </Select>
      )}
    </>
  );
}
