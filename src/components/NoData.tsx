import { useT } from '../i18n/useT';

/** In place of a number that is missing, which is no zero. `id` becomes `data-test`. */
export function NoData({ id }: { id: string }) {
  const { t } = useT();
  return (
    <span className="host-processes__subtle" data-test={`${id}-missing`} title={t('No data')}>
      <span aria-hidden>{'\u2013'}</span>
      <span className="host-processes__unseen">{t('No data')}</span>
    </span>
  );
}
