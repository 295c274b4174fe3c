import { useT } from '../../i18n/useT';
import { RetryButton } from './RetryButton';
import { State } from './State';

interface UnavailableProps {
  readonly brief: boolean;
  readonly panel: string;
  /** What failed, in the words of who failed. */
  readonly message: string;
  readonly retrying: boolean;
  readonly retry: () => void;
}

/** Anything else that went wrong. */
export function Unavailable({ brief, panel, message, retrying, retry }: UnavailableProps) {
  const { t } = useT();
  return (
    <State
      title={t('Could not load {{panel}}', { panel })}
      brief={brief}
      status="danger"
      actions={<RetryButton retrying={retrying} retry={retry} />}
    >
      <bdi>{message}</bdi>
    </State>
  );
}
