import { Button, ClipboardCopy } from '@patternfly/react-core';
import { useT } from '../../i18n/useT';
import { frozenLink, type Frozen } from '../../url-state/frozen-link';
import { PopoverOnDemand } from '../PopoverOnDemand';

/** A link that restores what is on show, for others and for later: its range does not move on, and its unit is not theirs. */
export function CopyLink({ frozen }: { frozen: Frozen }) {
  const { t } = useT();
  return (
    <PopoverOnDemand
      headerContent={t('Link to this view')}
      aria-label={t('Link to this view')}
      closeBtnAriaLabel={t('Close')}
      bodyContent={() => (
        <ClipboardCopy
          isReadOnly
          hoverTip={t('Copy')}
          clickTip={t('Copied')}
          textAriaLabel={t('Link to this view')}
          toggleAriaLabel={t('Copy')}
        >
          {frozenLink(window.location.href, frozen)}
        </ClipboardCopy>
      )}
      button={(props) => (
        <Button variant="link" isInline data-test="hp-copy-link" {...props}>
          {t('Copy link')}
        </Button>
      )}
    />
  );
}
