import { CubesIcon } from '@patternfly/react-icons';
import { useT } from '../../i18n/useT';
import { AgentPodsLink } from './AgentPodsLink';
import { State } from './State';

/** No node of the cluster reports. */
export function NoAgent({ brief, namespace }: { brief: boolean; namespace: string | undefined }) {
  const { t } = useT();
  return (
    <State
      title={t('No data from host processes yet')}
      brief={brief}
      icon={CubesIcon}
      actions={
        namespace && <AgentPodsLink namespace={namespace}>{t('Check installation')}</AgentPodsLink>
      }
    >
      {t(
        'The Host Processes agent has not reported on this cluster. If it was just installed, the first numbers take about two minutes.',
      )}
    </State>
  );
}
