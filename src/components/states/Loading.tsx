import { Skeleton } from '@patternfly/react-core';
import { useT } from '../../i18n/useT';

/** The final size of the panel, so that nothing jumps when the data comes. */
export function Loading({ panel, height }: { panel: string; height: string }) {
  const { t } = useT();
  return (
    <div className="host-processes__late">
      <Skeleton height={height} screenreaderText={t('Loading {{panel}}', { panel })} />
    </div>
  );
}
