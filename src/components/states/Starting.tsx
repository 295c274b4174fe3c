import { InProgressIcon } from '@patternfly/react-icons';
import { useT } from '../../i18n/useT';
import { State } from './State';

/** The agent reports, but not long enough for a rate. */
export function Starting({ brief }: { brief: boolean }) {
  const { t } = useT();
  return (
    <State title={t('No data from host processes yet')} brief={brief} icon={InProgressIcon}>
      {t('The agent has just started on this node. The first numbers take about two minutes.')}
    </State>
  );
}
