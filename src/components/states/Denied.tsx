import { LockIcon } from '@patternfly/react-icons';
import { useT } from '../../i18n/useT';
import { State } from './State';

/** The role's name is a name: it is not translated. */
const role = 'cluster-monitoring-view';

/** The user may not read these metrics. */
export function Denied({ brief }: { brief: boolean }) {
  const { t } = useT();
  return (
    <State title={t('You do not have access to these metrics')} brief={brief} icon={LockIcon}>
      {t('To see host processes you need the cluster role {{role}}. Ask your administrator.', {
        role,
      })}
    </State>
  );
}
