import { LockIcon } from '@patternfly/react-icons';
import { useT } from '../../i18n/useT';
import { clusterRole, namespaceRole } from './roles';
import { State } from './State';

interface DeniedProps {
  readonly brief: boolean;
  /** Of the agent; undefined when the installation does not tell. */
  readonly namespace: string | undefined;
}

/** The user may read these metrics neither for the cluster nor in the agent's namespace. */
export function Denied({ brief, namespace }: DeniedProps) {
  const { t } = useT();
  return (
    <State title={t('You do not have access to these metrics')} brief={brief} icon={LockIcon}>
      {namespace === undefined
        ? t('To see host processes you need the cluster role {{role}}. Ask your administrator.', {
            role: clusterRole,
          })
        : t(
            'To see host processes you need the cluster role {{role}}, or the role {{namespaceRole}} in the namespace {{namespace}}. Ask your administrator.',
            { role: clusterRole, namespaceRole, namespace },
          )}
    </State>
  );
}
