import { DisconnectedIcon } from '@patternfly/react-icons';
import { useT } from '../../i18n/useT';
import { State } from './State';

/** There is no Prometheus to ask. */
export function MonitoringAbsent({ brief }: { brief: boolean }) {
  const { t } = useT();
  return (
    <State title={t('Monitoring is not available')} brief={brief} icon={DisconnectedIcon}>
      {t('This console is not connected to cluster monitoring.')}
    </State>
  );
}
