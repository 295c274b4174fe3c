import { WindowsIcon } from '@patternfly/react-icons';
import { useT } from '../../i18n/useT';
import { State } from './State';

/** There are no control groups to read on Windows. */
export function WindowsNode() {
  const { t } = useT();
  return (
    <State title={t('Not available for Windows nodes')} brief={false} icon={WindowsIcon}>
      {t('Host Processes reads Linux control groups.')}
    </State>
  );
}
