import { Popover } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useT } from '../i18n/useT';

/** A word with its explanation behind it, for those who ask: a button that opens a popover. */
export function Explained({ term, children }: { term: string; children: ReactNode }) {
  const { t } = useT();
  return (
    <Popover
      headerContent={term}
      bodyContent={children}
      aria-label={term}
      closeBtnAriaLabel={t('Close')}
    >
      <button type="button" className="host-processes__term">
        <bdi>{term}</bdi>
      </button>
    </Popover>
  );
}
