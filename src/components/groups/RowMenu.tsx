import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { useRef, useState, type ComponentProps } from 'react';
import type { Layer } from '../../../prometheus/series/over-time';
import type { TableRow } from '../../../prometheus/series/table-rows';
import type { Asked } from '../../hooks/inquiries';
import type { ChangePage } from '../../hooks/usePageState';
import { className } from '../../i18n/class-texts';
import { useT, type Translate } from '../../i18n/useT';
import { inspectPath } from '../take-away/inspect-path';
import { CopyRow, outcomeText, type Outcome } from './CopyRow';
import { InspectRow } from './InspectRow';
import { rowLayer, type RowLayer } from './row-layer';
import { rowQuestion } from './row-question';

interface RowMenuProps {
  readonly row: TableRow;
  /** Busy cores of the node now. */
  readonly busy: number | undefined;
  /** Of the chart as it is; none while there is no chart. */
  readonly layers: readonly Layer[];
  readonly asked: Asked;
  readonly change: ChangePage;
}

function onlyText(t: Translate, of: RowLayer['of']): string {
  switch (of) {
    case 'class':
      return t('Show only this class in the chart');
    case 'unit':
      return t('Show only this unit in the chart');
    case 'group':
      return t('Show only this group in the chart');
  }
}

/** What is in the menu; worked out for the one that is open. */
function Items(
  props: RowMenuProps & Pick<ComponentProps<typeof CopyRow>, 'outcome' | 'onOutcome'>,
) {
  const { row, busy, layers, asked, change, outcome, onOutcome } = props;
  const { t } = useT();
  const layer = rowLayer(row, layers);
  const question = rowQuestion(row);
  const showOnly = ({ others }: RowLayer) => {
    change({ hidden: others });
    // It may be far above the row.
    document.getElementById('hp-chart')?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <DropdownList>
      {layer && (
        <DropdownItem onClick={() => showOnly(layer)} data-test="hp-row-only">
          {onlyText(t, layer.of)}
        </DropdownItem>
      )}
      {question && <InspectRow path={inspectPath(question, asked)} />}
      <CopyRow row={row} busy={busy} outcome={outcome} onOutcome={onOutcome} />
    </DropdownList>
  );
}

/** What can be done with one row. The menu exists while it is open: a page of closed ones is slow. */
export function RowMenu(props: RowMenuProps) {
  const { name, class: cpuClass } = props.row;
  const { t } = useT();
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const [outcome, setOutcome] = useState<Outcome>();
  const open = (next: boolean) => {
    setOpen(next);
    setOutcome(undefined);
  };
  return (
    <>
      <MenuToggle
        ref={toggle}
        variant="plain"
        isExpanded={isOpen}
        onClick={() => open(!isOpen)}
        aria-label={t('Actions for {{name}}', { name: name || className(t, cpuClass) })}
        icon={<EllipsisVIcon />}
        data-test="hp-row-menu"
      />
      {isOpen && (
        <>
          <Dropdown
            isOpen
            onOpenChange={open}
            // Copying says in the menu that it is done.
            onSelect={(_, value) => {
              if (value !== 'copy') open(false);
            }}
            toggle={{ toggleNode: null, toggleRef: toggle }}
            shouldFocusToggleOnSelect
            // The table scrolls, and would cut the menu off.
            popperProps={{ position: 'end', appendTo: () => document.body }}
          >
            <Items {...props} outcome={outcome} onOutcome={setOutcome} />
          </Dropdown>
          {/* There before it says something, or it would not be heard; no part of a menu may be it. */}
          <span role="status" className="host-processes__unseen">
            {outcome && outcomeText(t, outcome)}
          </span>
        </>
      )}
    </>
  );
}
