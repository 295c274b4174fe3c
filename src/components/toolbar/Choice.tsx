import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { useRef, useState } from 'react';

interface ChoiceProps<Value extends string | number> {
  readonly id: string;
  readonly label: string;
  /** What the closed menu says. */
  readonly chosen: string;
  /** Undefined when what is chosen is none of the options. */
  readonly value: Value | undefined;
  /** Asked for when the menu is open: texts of durations cost more than one would think. */
  readonly options: () => readonly { readonly value: Value; readonly text: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few values, by name. The menu exists while it is open: closed ones would cost all the same. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { id, label, chosen, value, options, onChoose } = props;
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  return (
    <>
      <MenuToggle
        ref={toggle}
        isExpanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        aria-label={`${label}: ${chosen}`}
        data-test={id}
      >
        {chosen}
      </MenuToggle>
      {isOpen && (
        <Select
          isOpen
          onOpenChange={setOpen}
          selected={value}
          onSelect={(_, picked) => {
            setOpen(false);
            const option = options().find((one) => one.value === picked);
            if (option !== undefined) onChoose(option.value);
          }}
          toggle={{ toggleNode: null, toggleRef: toggle }}
          shouldFocusToggleOnSelect
        >
          <SelectList aria-label={label}>
            {options().map((option) => (
              <SelectOption
                key={option.value}
                value={option.value}
                data-test={`${id}-${option.value}`}
              >
                {option.text}
              </SelectOption>
            ))}
          </SelectList>
        </Select>
      )}
    </>
  );
}
