import { Button } from '@patternfly/react-core';
import { useT } from '../../i18n/useT';
import { RetryButton } from './RetryButton';
import { State } from './State';

interface TimeoutProps {
  readonly brief: boolean;
  readonly retrying: boolean;
  readonly retry: () => void;
  readonly showHour: () => void;
}

/** The console or Prometheus gave up. */
export function Timeout({ brief, retrying, retry, showHour }: TimeoutProps) {
  const { t } = useT();
  return (
    <State
      title={t('The query took too long')}
      brief={brief}
      status="warning"
      actions={
        <>
          <RetryButton retrying={retrying} retry={retry} />
          <Button variant="link" onClick={showHour}>
            {t('Show 1 hour')}
          </Button>
        </>
      }
    >
      {t('Try a shorter range.')}
    </State>
  );
}
