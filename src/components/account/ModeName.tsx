import { useT } from '../../i18n/useT';
import { Explained } from '../Explained';

/** The name of a way in which capacity was not used; opens to what it means. */
export function ModeName({ mode }: { mode: 'idle' | 'iowait' | 'steal' }) {
  const { t } = useT();
  switch (mode) {
    case 'idle':
      return <Explained term={t('Idle')}>{t('Capacity that was not used.')}</Explained>;
    case 'iowait':
      return (
        <Explained term={t('I/O wait')}>
          {t('Idle while a disk or network file system had work to finish.')}
        </Explained>
      );
    case 'steal':
      return (
        <Explained term={t('Steal')}>
          {t('Time that the hypervisor gave to other virtual machines.')}
        </Explained>
      );
  }
}
