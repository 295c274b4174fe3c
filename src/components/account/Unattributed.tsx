import { Alert } from '@patternfly/react-core';
import type { Account } from '../../../prometheus/series/account';
import { formatShare } from '../../format/percent';
import { useT } from '../../i18n/useT';

/** More than this part of the busy time without an owner is not rounding any more. */
const noticeable = 0.03;

/** Says aloud when the account leaves much unexplained; nothing where it does not. */
export function Unattributed({ account: { classes, busy } }: { account: Account }) {
  const { t, language } = useT();
  const unattributed = classes.find(({ class: name }) => name === 'unattributed')?.average ?? 0;
  const part = unattributed / Math.max(busy.average ?? 0, Number.MIN_VALUE);
  if (part <= noticeable) return null;
  return (
    <Alert
      variant="info"
      isInline
      isPlain
      className="host-processes__account-note"
      title={t('{{percent}} of the busy time in this range has no owner', {
        percent: formatShare(part, language),
      })}
      component="h3"
      data-test="hp-unattributed"
    >
      {t('Busy time that no unit and no thread explains.')}
    </Alert>
  );
}
