import { DropdownItem } from '@patternfly/react-core';
import { csvText } from '../../../prometheus/series/csv-text';
import type { TableRow } from '../../../prometheus/series/table-rows';
import { useT, type Translate } from '../../i18n/useT';
import { tableLines } from './table-csv';

/** What came of copying. */
export type Outcome = 'copied' | 'failed';

interface CopyRowProps {
  readonly row: TableRow;
  /** Busy cores of the node now. */
  readonly busy: number | undefined;
  /** Undefined until somebody copies. */
  readonly outcome: Outcome | undefined;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** What came of copying, in words. */
export function outcomeText(t: Translate, outcome: Outcome): string {
  return outcome === 'copied' ? t('Copied') : t('The browser did not let it be copied');
}

/** Copies a row with the heads of the table, as its file has them, and says in its own place that it did. */
export function CopyRow({ row, busy, outcome, onOutcome }: CopyRowProps) {
  const { t } = useT();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(csvText(tableLines(t, [row], busy)));
      onOutcome('copied');
    } catch {
      onOutcome('failed');
    }
  };
  return (
    <DropdownItem value="copy" onClick={() => void copy()} data-test="hp-row-copy">
      {outcome === undefined ? t('Copy row') : outcomeText(t, outcome)}
    </DropdownItem>
  );
}
