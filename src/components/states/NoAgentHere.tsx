import { CubesIcon } from '@patternfly/react-icons';
import { useT } from '../../i18n/useT';
import { AgentPodsLink } from './AgentPodsLink';
import { State } from './State';

interface NoAgentHereProps {
  readonly brief: boolean;
  readonly namespace: string | undefined;
  readonly otherNodes: number;
}

/** Other nodes report, this one never did. */
export function NoAgentHere({ brief, namespace, otherNodes }: NoAgentHereProps) {
  const { t } = useT();
  return (
    <State
      title={t('No agent on this node')}
      brief={brief}
      icon={CubesIcon}
      actions={
        namespace && <AgentPodsLink namespace={namespace}>{t('View agent pods')}</AgentPodsLink>
      }
    >
      {t(
        'The agent reports from {{count}} other nodes. Taints, a node selector or a pending pod can keep it away from this one.',
        { count: otherNodes },
      )}
    </State>
  );
}
