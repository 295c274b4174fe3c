import { DropdownItem } from '@patternfly/react-core';
import { useHref, useLinkClickHandler } from 'react-router';
import { useT } from '../../i18n/useT';

/** Opens an address of the console, as a link does: also in another tab, by the browser's own means. */
export function InspectRow({ path }: { path: string }) {
  const { t } = useT();
  const href = useHref(path);
  const follow = useLinkClickHandler(path);
  return (
    <DropdownItem to={href} onClick={follow} data-test="hp-row-inspect">
      {t('Inspect in Metrics')}
    </DropdownItem>
  );
}
