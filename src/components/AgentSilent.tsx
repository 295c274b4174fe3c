import { Alert } from '@patternfly/react-core';
import { formatDuration } from '../format/duration';
import { useT } from '../i18n/useT';
import { AgentPodsLink } from './states/AgentPodsLink';

interface AgentSilentProps {
  readonly silentMs: number;
  readonly agentNamespace: string | undefined;
}

/** Says that the numbers are not of the present, because the agent stopped to report. */
export function AgentSilent({ silentMs, agentNamespace }: AgentSilentProps) {
  const { t, language } = useT();
  return (
    <Alert
      variant="warning"
      isInline
      data-test="hp-agent-silent"
      title={t('The agent stopped reporting {{duration}} ago', {
        duration: formatDuration(silentMs, language),
      })}
      actionLinks={
        agentNamespace && (
          <AgentPodsLink namespace={agentNamespace} isInline>
            {t('View agent pods')}
          </AgentPodsLink>
        )
      }
    >
      {t('The last known numbers are shown.')}
    </Alert>
  );
}
