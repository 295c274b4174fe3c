import type { ReactNode } from 'react';
import { useT } from '../i18n/useT';
import { PopoverOnDemand } from './PopoverOnDemand';

/** A word with its explanation behind it, for those who ask: a button that opens a popover. */
export function Explained({ term, children }: { term: string; children: ReactNode }) {
  const { t } = useT();
  return (
    <PopoverOnDemand
      headerContent={term}
      bodyContent={children}
      aria-label={term}
      closeBtnAriaLabel={t('Close')}
      button={(props) => (
        <button type="button" className="host-processes__term" {...props}>
          <bdi>{term}</bdi>
        </button>
      )}
    />
  );
}
