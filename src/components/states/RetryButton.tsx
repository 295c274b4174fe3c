import { Button } from '@patternfly/react-core';
import { useT } from '../../i18n/useT';

interface RetryButtonProps {
  readonly retrying: boolean;
  readonly retry: () => void;
}

/** Asks again, and shows that it does. It keeps the focus meanwhile. */
export function RetryButton({ retrying, retry }: RetryButtonProps) {
  const { t } = useT();
  return (
    <Button
      variant="link"
      onClick={retry}
      isAriaDisabled={retrying}
      isLoading={retrying}
      spinnerAriaLabel={t('Retrying')}
    >
      {t('Retry')}
    </Button>
  );
}
